// A route file for each page of a capability; what the page shows is the capability's own component.
import { quote } from "../shared/source-text.ts";
import type { EmittedPage } from "../edge/capabilities/capability.ts";
import { relativeImport } from "./relocate.ts";

const view = "src/components/capabilities/capability-view.tsx";

/** "cart/done/:id" → "cart/done/[id]". */
const segmentsOf = (path: string): string => path.replace(/:([A-Za-z]+)/g, "[$1]");

/** `folder` is the route group they belong to. */
export function emitCapabilityPages(pages: readonly EmittedPage[], folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const { path, title } of pages) {
    const file = `${folder}/${segmentsOf(path)}/page.tsx`;
    files.set(
      file,
      `import type { Metadata } from "next";
import { CapabilityView } from ${quote(relativeImport(file, view))};

export const metadata: Metadata = { title: ${quote(title)} };

export default function Page() {
  return <CapabilityView path=${quote(path)} />;
}
`,
    );
  }
  return files;
}

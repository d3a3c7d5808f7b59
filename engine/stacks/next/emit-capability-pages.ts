// A route file for each page of a capability; what the page shows is the capability's own component.
import { quote } from "../shared/source-text.ts";
import type { EmittedPage } from "../edge/capabilities/capability.ts";
import { titleKey } from "../edge/capabilities/emit-capabilities.ts";
import { relativeImport } from "./relocate.ts";

const view = "src/components/capabilities/capability-view.tsx";
const pageTitles = "src/components/capabilities/titles.ts";

/** "cart/done/:id" → "cart/done/[id]". */
const segmentsOf = (path: string): string => path.replace(/:([A-Za-z]+)/g, "[$1]");

/** `folder` is where they belong. The public pages of a site have no margins: `isFramed` gives them theirs. */
export function emitCapabilityPages(
  pages: readonly EmittedPage[],
  folder: string,
  isFramed = false,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const page of pages) {
    const { path } = page;
    const file = `${folder}/${segmentsOf(path)}/page.tsx`;
    const [frameImport, body] = isFramed
      ? [
          `import { pageWidth } from ${quote(relativeImport(file, "src/components/site/section.tsx"))};\n`,
          `(
    <div className={\`\${pageWidth} py-10\`}>
      <CapabilityView path=${quote(path)} />
    </div>
  )`,
        ]
      : ["", `<CapabilityView path=${quote(path)} />`];
    files.set(
      file,
      `import type { Metadata } from "next";
import { CapabilityView } from ${quote(relativeImport(file, view))};
import { titles } from ${quote(relativeImport(file, pageTitles))};
${frameImport}
export const metadata: Metadata = { title: titles.${titleKey(page)} };

export default function Page() {
  return ${body};
}
`,
    );
  }
  return files;
}

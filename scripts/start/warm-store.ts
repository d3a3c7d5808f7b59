// Has the builder install the default stack's dependencies before anybody asks for a build.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "../../engine/stacks/stack.ts";
import { httpCall } from "./http-call.ts";
import type { Settings } from "./settings.ts";

export async function warmStore(
  settings: Settings,
  builderPort: number,
  report: (line: string) => void,
): Promise<void> {
  const path = join(settings.root, "engine/stacks/edge/edge-stack.ts");
  if (!existsSync(path)) return;
  try {
    const { edgeStack } = (await import(path)) as { edgeStack: Stack };
    const { status, body } = await httpCall({
      port: builderPort,
      path: "/stores",
      method: "POST",
      headers: { authorization: `Bearer ${settings.secrets.BUILDER_SECRET}`, "content-type": "application/json" },
      body: JSON.stringify(edgeStack.manifest),
    });
    if (status !== 200) throw new Error(body.slice(0, 500));
    const { durationMs } = JSON.parse(body) as { durationMs: number };
    const took = durationMs > 1000 ? ` (${Math.round(durationMs / 1000)} s)` : "";
    report(`The first build will be fast: the dependencies of generated apps are installed${took}.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(`The dependencies of generated apps are not installed yet; the first build will take longer. ${reason}`);
  }
}

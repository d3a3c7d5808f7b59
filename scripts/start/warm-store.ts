// Has the builder install the dependencies of generated apps before anybody asks for a build: the default stack's first.
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
  const path = join(settings.root, "engine/stacks/stacks.ts");
  if (!existsSync(path)) return;
  const { stacks } = (await import(path)) as { stacks: Record<string, Stack> };
  for (const stack of Object.values(stacks)) await warm(stack, settings, builderPort, report);
}

async function warm(
  stack: Stack,
  settings: Settings,
  builderPort: number,
  report: (line: string) => void,
): Promise<void> {
  try {
    const { status, body } = await httpCall({
      port: builderPort,
      path: "/stores",
      method: "POST",
      headers: { authorization: `Bearer ${settings.secrets.BUILDER_SECRET}`, "content-type": "application/json" },
      body: JSON.stringify(stack.manifest),
    });
    if (status !== 200) throw new Error(body.slice(0, 500));
    const { durationMs } = JSON.parse(body) as { durationMs: number };
    const took = durationMs > 1000 ? ` (${Math.round(durationMs / 1000)} s)` : "";
    report(`The first build will be fast: the dependencies of apps on the ${stack.id} stack are installed${took}.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(
      `The dependencies of apps on the ${stack.id} stack are not installed yet; their first build will take longer. ${reason}`,
    );
  }
}

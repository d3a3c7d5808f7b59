// A calculator for what the prompt names, with rates that the owner sets.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { literal } from "../../shared/source-text.ts";
import { type Contribution, freeSlug } from "./capability.ts";

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const monetary = /cost|price|fee|quote|salary|wage|saving|budget|rent|pay|tax|charge|revenue|profit|income/i;

export function contributeEstimate(
  app: ResolvedApp,
  { result, inputs, home }: Extract<PrdCapability, { kind: "estimate" }>,
): Contribution {
  const labels = [...new Set(inputs.map(sentence))];
  const title = `${sentence(result)} calculator`;
  const settings = { title, result: sentence(result), inputs: labels, isMoney: monetary.test(result) };
  return {
    folders: ["calculator", "estimate"],
    pages: [
      {
        path: freeSlug(app, "calculator"),
        title,
        icon: "wallet",
        module: "tools/estimate.tsx",
        ...(home === true && { isHome: true }),
      },
    ],
    files: new Map([
      [
        "src/shared/tools/estimate-settings.ts",
        `// What is calculated, and from what.\nimport type { EstimateSettings } from "./estimate.ts";\n\nexport const estimateSettings: EstimateSettings = ${literal(settings, "", 50)};\n`,
      ],
    ]),
  };
}

// A calculator for what the prompt names, with rates that the owner sets.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { literal } from "../../shared/source-text.ts";
import { singularize } from "../../shared/naming.ts";
import { type Contribution, freeSlug } from "./capability.ts";
import { beginningOf } from "./estimate-beginnings.ts";

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Rooms" → "room"; what is not counted stays as it is. */
const oneOf = (label: string): string => singularize(label).toLowerCase();

const monetary = /cost|price|fee|quote|salary|wage|saving|budget|rent|pay|tax|charge|revenue|profit|income/i;

export function contributeEstimate(
  app: ResolvedApp,
  { result, inputs, home }: Extract<PrdCapability, { kind: "estimate" }>,
): Contribution {
  const labels = [...new Set(inputs.map(sentence))];
  const title = `${sentence(result)} calculator`;
  const isMoney = monetary.test(result);
  const asked = labels.map((label) => ({ label, each: oneOf(label), ...beginningOf(label, result, isMoney) }));
  const settings = { title, result: sentence(result), inputs: asked, isMoney };
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

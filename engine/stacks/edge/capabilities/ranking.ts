// A leaderboard over records that have a score.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { words } from "../../shared/naming.ts";
import { literal } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, type Refusal } from "./capability.ts";
import { modelNamed } from "./fields.ts";

const telling = /^(scores?|points?|wins|goals|votes|rating|revenue|sales|level|streak|total|likes|experience)$/i;
const hardly = /^(max|minimum|maximum|most|position|order|number|year|age|limit)$/i;
const numbers: readonly string[] = ["integer", "decimal", "money"];
const mostMeasures = 5;

export function contributeRanking(
  app: ResolvedApp,
  { model: name }: Extract<PrdCapability, { kind: "ranking" }>,
): Contribution | Refusal {
  const model = modelNamed(app, name);
  if (!model) return { note: `Leaderboard: left out, since there is no model "${name}".` };
  const has = (key: string, pattern: RegExp): boolean => words(key).some((word) => pattern.test(word));
  const measured = model.fields.filter(({ type, key }) => numbers.includes(type) && !has(key, hardly));
  const by = measured
    .toSorted((a, b) => Number(has(b.key, telling)) - Number(has(a.key, telling)))
    .slice(0, mostMeasures);
  if (by.length === 0) return { note: `Leaderboard: left out, since ${model.label} has no number to rank by.` };
  const group = model.fields.find(({ reference }) => reference && reference.model !== model.key);
  const settings = { model: model.key, by: by.map(({ key }) => key), group: group?.key };
  return {
    folders: ["ranking", "records"],
    pages: [
      { path: freeSlug(app, "leaderboard"), title: "Leaderboard", icon: "star", module: "ranking/leaderboard.tsx" },
    ],
    files: new Map([
      [
        "src/shared/ranking/settings.ts",
        `// What is ranked, and by what.\nimport type { RankingSettings } from "./ranking.ts";\n\nexport const rankingSettings: RankingSettings = ${literal(settings, "", 48)};\n`,
      ],
    ]),
  };
}

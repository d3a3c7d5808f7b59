// A wheel that draws one of the records by chance: prizes, or people in a raffle. What came out is kept as a record when
// a model for it asks for nothing that the wheel does not know.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { words } from "../../shared/naming.ts";
import { literal } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, type Refusal } from "./capability.ts";
import { modelNamed, numberField } from "./fields.ts";

const named = (field: ResolvedField, pattern: RegExp): boolean => words(field.key).some((word) => pattern.test(word));

function findResults(app: ResolvedApp, drawn: ResolvedModel, wished: string | undefined) {
  const results = wished === undefined ? undefined : modelNamed(app, wished);
  if (!results || results === drawn) return undefined;
  const free = results.fields.filter((field) => !field.unique);
  const reference = free.find((field) => field.reference?.model === drawn.key);
  const prize = reference ?? free.find((field) => field.type === "text" && named(field, /^(prize|reward|result)$/));
  const winner = free.find(
    (field) => field.type === "text" && field !== prize && named(field, /^(name|winner|player|user|participant)$/),
  );
  const at = free.find((field) => field.type === "date" || field.type === "dateTime");
  const known = [prize, winner, at];
  const isOpen = (field: ResolvedField): boolean => field.required && field.default === undefined;
  if (!prize || results.fields.some((field) => isOpen(field) && !known.includes(field))) return undefined;
  return {
    model: results.key,
    prize: prize.key,
    byId: prize === reference,
    winner: winner?.key,
    at: at && { key: at.key, isDay: at.type === "date" },
  };
}

export function contributeDraw(
  app: ResolvedApp,
  { from, results, home }: Extract<PrdCapability, { kind: "draw" }>,
): Contribution | Refusal {
  const model = modelNamed(app, from);
  if (!model) return { note: `Drawing by chance: left out, since there is no model "${from}".` };
  const settings = {
    model: model.key,
    weight: numberField(model, /^(probability|weight|chance|odds)$/)?.key,
    stock: numberField(model, /^(stock|remaining|left|available)$/)?.key,
    results: findResults(app, model, results),
  };
  return {
    folders: ["draw", "records"],
    pages: [
      {
        path: freeSlug(app, "spin"),
        title: "Spin the wheel",
        icon: "star",
        module: "draw/spin.tsx",
        ...(home === true && { isHome: true }),
      },
    ],
    files: new Map([
      [
        "src/shared/draw/settings.ts",
        `// What the wheel draws from, and where the result is kept.\nimport type { DrawSettings } from "./draw-settings.ts";\n\nexport const drawSettings: DrawSettings = ${literal(settings, "", 42)};\n`,
      ],
    ]),
  };
}

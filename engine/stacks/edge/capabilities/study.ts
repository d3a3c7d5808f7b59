// Cards with two sides, to learn: what is known comes back later than what is not.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import type { PrdCapability } from "#engine/prd/schema.ts";
import { words } from "../../shared/naming.ts";
import { literal } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, type Refusal } from "./capability.ts";
import { modelNamed } from "./fields.ts";

const fronts = /^(front|question|term|word|prompt|phrase|vocabulary|expression|title)$/i;
const backs = /^(back|answer|definition|meaning|translation|explanation|solution)$/i;

function findSide(model: ResolvedModel, side: RegExp): ResolvedField | undefined {
  const texts = model.fields.filter(({ type }) => type === "text" || type === "longText");
  return texts.find((field) => words(field.key).some((word) => side.test(word)));
}

export function contributeStudy(
  app: ResolvedApp,
  { cards, home }: Extract<PrdCapability, { kind: "study" }>,
): Contribution | Refusal {
  const model = modelNamed(app, cards);
  if (!model) return { note: `Studying: left out, since there is no model "${cards}".` };
  const [front, back] = [findSide(model, fronts), findSide(model, backs)];
  if (!front || !back || front === back)
    return { note: `Studying: left out, since ${model.label} has no front and back as text.` };
  const deck = model.fields.find(({ reference }) => reference && reference.model !== model.key);
  const settings = { model: model.key, front: front.key, back: back.key, deck: deck?.key };
  return {
    folders: ["study", "records"],
    pages: [
      {
        path: freeSlug(app, "study"),
        title: "Study",
        icon: "book",
        module: "study/study.tsx",
        ...(home === true && { isHome: true }),
      },
    ],
    files: new Map([
      [
        "src/shared/study/settings.ts",
        `// Which model holds the cards, and which of its fields are their sides.\nimport type { StudySettings } from "./study-settings.ts";\n\nexport const studySettings: StudySettings = ${literal(settings, "", 44)};\n`,
      ],
    ]),
  };
}

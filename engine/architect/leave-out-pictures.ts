// "Damages with photos": a picture that a thing has anyway is no record beside it. A gallery keeps pictures by themselves.
import type { FamilyScores } from "./catalogue-lookup.ts";
import type { Draft } from "./draft.ts";
import type { Clause } from "./read-text.ts";
import { singular } from "./words.ts";

const pictures = new Set(["photo", "picture", "image"]);
const bringing = new Set(["with", "attach", "including"]);

export function leaveOutPictures(draft: Draft, clauses: readonly Clause[], scores: FamilyScores): void {
  const photo = draft.entities.get("photo");
  if (photo === undefined || photo.fields.length > 0 || scores.isCued("gallery") || scores.isCued("social")) return;
  const hasPicture = [...draft.entities.values()].some(
    ({ catalogue, score }) =>
      catalogue !== null &&
      catalogue.name !== photo.name &&
      score >= 1 &&
      catalogue.fields.some(({ type }) => type === "image"),
  );
  const isBrought = clauses.every(({ tokens }) =>
    tokens.every(({ lower }, at) => !pictures.has(singular(lower)) || bringing.has(tokens[at - 1]?.lower ?? "")),
  );
  if (hasPicture && isBrought) draft.excluded.add("photo");
}

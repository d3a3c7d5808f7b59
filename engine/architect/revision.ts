// A rejected plan's comment is a correction: it was read with the prompt already; here it also takes things away.
import type { FamilyScores } from "./catalogue-lookup.ts";
import type { Draft } from "./draft.ts";
import { readExclusions } from "./exclusions.ts";
import { readClauses } from "./read-text.ts";

export function reviseFromComments(draft: Draft, comments: readonly string[], scores: FamilyScores): void {
  for (const comment of comments) readExclusions(draft, readClauses(comment), scores, true);
}

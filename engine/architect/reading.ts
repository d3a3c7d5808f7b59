// Everything the readers share about one prompt.
import type { FamilyScores } from "./catalogue-lookup.ts";
import type { Statement } from "./read-statements.ts";
import type { Clause, Lexicon } from "./read-text.ts";

export interface Reading {
  readonly clauses: readonly Clause[];
  readonly statements: readonly Statement[];
  readonly lexicon: Lexicon;
  readonly scores: FamilyScores;
}

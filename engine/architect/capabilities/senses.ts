// Whether a prompt speaks of something. A word alone often has another sense ("tips for travellers"), so a sense may ask
// for company: words that have to stand in the same clause.
import type { Clause } from "../read-text.ts";
import { singular } from "../words.ts";

export interface PlainClause {
  /** Lower case, singular, hyphens as spaces, one space at each end. */
  readonly text: string;
  readonly original: string;
  readonly first: boolean;
}

export interface Sense {
  /** Any of these phrases, in the singular. */
  readonly any: readonly string[];
  /** And any of these, in the same clause. */
  readonly with?: readonly string[];
  /** But none of these. */
  readonly without?: readonly string[];
}

const negations = ["no", "without", "not", "don't", "never", "excluding"];
/** How many words before a phrase may deny it: "no comments", "without any user comments". */
const denialReach = 4;

export function plainClauses(clauses: readonly Clause[]): PlainClause[] {
  return clauses.map((clause) => ({
    text: ` ${clause.tokens.map((token) => token.lower.split("-").map(singular).join(" ")).join(" ")} `,
    original: clause.text,
    first: clause.first,
  }));
}

function speaksOf(text: string, phrase: string): boolean {
  for (let at = text.indexOf(` ${phrase} `); at !== -1; at = text.indexOf(` ${phrase} `, at + 1)) {
    const before = text.slice(0, at).split(" ").slice(-denialReach);
    const sinceComma = before.slice(before.lastIndexOf(",") + 1);
    if (!sinceComma.some((word) => negations.includes(word))) return true;
  }
  return false;
}

/** The first clause that has one of the senses; null when there is none. */
export function findSense(clauses: readonly PlainClause[], senses: readonly Sense[]): PlainClause | null {
  return (
    clauses.find(({ text }) =>
      senses.some(
        (sense) =>
          sense.any.some((phrase) => speaksOf(text, phrase)) &&
          (sense.with === undefined || sense.with.some((phrase) => speaksOf(text, phrase))) &&
          !(sense.without ?? []).some((phrase) => text.includes(` ${phrase} `)),
      ),
    ) ?? null
  );
}

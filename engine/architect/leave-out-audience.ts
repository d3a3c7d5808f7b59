// "Visitors rate recipes": who uses the app is no record of it. The same words in a list of what is kept stay.
import { type FamilyScores, lookupPhrase } from "./catalogue-lookup.ts";
import type { Draft } from "./draft.ts";
import type { Clause } from "./read-text.ts";
import { singular } from "./words.ts";

const audience = new Set(["visitor", "reader", "person", "viewer", "fan", "everyone", "audience", "shopper"]);
/** Words before and after them in a sentence about what they do. */
const leading = new Set("by for from to let lets allow allows help helps where when so that which and".split(" "));
const doing = new Set(
  "can may could should will must who and put rate browse keep save send like view see share leave vote book buy order register search comment join follow write read ask answer post find look choose pick pay donate sign enter play take subscribe bookmark upload download message".split(
    " ",
  ),
);

export function leaveOutAudience(draft: Draft, clauses: readonly Clause[], scores: FamilyScores): void {
  const acting = new Set<string>();
  const listed = new Set<string>();
  for (const { tokens } of clauses)
    for (const [at, token] of tokens.entries()) {
      const word = singular(token.lower);
      if (!audience.has(word)) continue;
      const [before, after] = [tokens[at - 1]?.lower ?? "", tokens[at + 1]?.lower ?? ""];
      const isActing = (doing.has(after) && after !== "and") || (leading.has(before) && before !== "and");
      (isActing ? acting : listed).add(word);
    }
  for (const word of acting) {
    if (listed.has(word)) continue;
    draft.excluded.add(word);
    // A catalogue may know them under another name ("guest").
    const known = lookupPhrase([word], scores)?.entity.name.toLowerCase();
    const isNamed = clauses.some(({ tokens }) => tokens.some(({ lower }) => singular(lower) === known));
    if (known !== undefined && !isNamed) draft.excluded.add(known);
  }
  // "Visitors put candles" read as one thing.
  for (const name of draft.entities.keys()) {
    const [first = "", second = ""] = name.split(" ");
    if (audience.has(singular(first)) && doing.has(second)) draft.excluded.add(name);
  }
}

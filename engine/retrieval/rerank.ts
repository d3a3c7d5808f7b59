// The candidates once more, looked at with the question in hand. No model: what counts is how much of the question stands
// in the piece and in its heading, whether it declares what the question names, whether it is of the library that the
// question means, and how much that library counts.
import { type Chunk, retrievalLimits } from "./chunk.ts";
import { intentsOf } from "./intents.ts";
import { guideLibrary, librariesAbout, librariesIn, priorityOf } from "./libraries.ts";
import { alikeTerms, queryTerms, splitTerms, stem } from "./split-terms.ts";

/** `candidates`: best first. Gives the best `most`, none of them the same text twice. */
export function rerank(question: string, candidates: readonly Chunk[], most: number = retrievalLimits.kept): Chunk[] {
  const wanted = [...new Set(queryTerms(question).map(stem))];
  const alike = new Set(alikeTerms(queryTerms(question)).map(stem));
  const identifiers = identifiersIn(question);
  const meant = librariesIn(question);
  const about = meant.length > 0 ? [] : librariesAbout(question);
  const documents = candidates.map((chunk) => ({
    chunk,
    heading: new Set(splitTerms(`${chunk.heading} ${intentsOf(chunk.library, chunk.heading)}`).map(stem)),
    body: new Set(splitTerms(chunk.text).map(stem)),
  }));
  const rarity = new Map(
    wanted.map((term) => {
      const holders = documents.filter(({ heading, body }) => heading.has(term) || body.has(term)).length;
      return [term, Math.log(1 + (candidates.length + 1) / (holders + 1))] as const;
    }),
  );
  const total = [...rarity.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  const share = (found: ReadonlySet<string>) =>
    wanted.reduce((sum, term) => sum + (found.has(term) ? (rarity.get(term) ?? 0) : 0), 0) / total;
  const scored = documents.map(({ chunk, heading, body }, place) => {
    const names = chunk.heading.split(/[\s,>.]+/);
    const declares = names.some((name) => identifiers.has(name.toLowerCase())) ? 0.5 : 0;
    const ofLibrary = meant.includes(chunk.library) ? 0.4 : about.includes(chunk.library) ? 0.4 : 0;
    // Who names no library asks how it is done in the app.
    const ofTheApp = meant.length === 0 && chunk.library === guideLibrary ? 0.3 : 0;
    const other = Math.min(3, [...alike].filter((term) => heading.has(term) || body.has(term)).length) / 3;
    const hasWords = /\/\*\*|^[A-Z].{40}/m.test(chunk.text) ? 0.15 : 0;
    const score =
      1 / (1 + place / 8) +
      share(body) * 0.8 +
      share(heading) * 0.7 +
      declares +
      ofLibrary +
      ofTheApp +
      hasWords +
      other * 0.15 +
      priorityOf(chunk.library) / 500;
    return { chunk, score };
  });
  scored.sort((a, b) => b.score - a.score || (a.chunk.id < b.chunk.id ? -1 : 1));
  return withoutRepeats(scored.map(({ chunk }) => chunk)).slice(0, most);
}

/** Names as code has them: `useLoaderData`, `c.json`, `zod.email`. */
function identifiersIn(question: string): Set<string> {
  const found = question.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  return new Set(found.filter((word) => /[a-z][A-Z]|[A-Z].*[a-z][A-Z]|_/.test(word)).map((word) => word.toLowerCase()));
}

/** The same words in two packages, or overloads of one function, teach nothing twice. */
function withoutRepeats(chunks: readonly Chunk[]): Chunk[] {
  const texts = new Set<string>();
  const headings = new Map<string, number>();
  return chunks.filter((chunk) => {
    const text = chunk.text.replace(/\s+/g, " ");
    const place = `${chunk.library} ${chunk.heading}`;
    const seen = headings.get(place) ?? 0;
    if (texts.has(text) || seen >= 2) return false;
    texts.add(text);
    headings.set(place, seen + 1);
    return true;
  });
}

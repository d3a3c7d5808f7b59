// An embedding without a model: the same text gives the same vector everywhere, without network or cost. It knows words and
// their parts, not their meaning: "invoice" is near "invoices" and `createInvoice`, and far from "bill".
//
// How: the text is folded (NFKD, no accents, lower case) and split into words, identifiers at their humps. Features are each
// word, each pair of neighbours, and the 3- and 4-grams of each word with its edges marked; scripts without spaces give
// characters and pairs of them. Each feature is hashed (FNV-1a, 32 bit) to one of 512 places and a sign, so that collisions
// cancel out on average, and weighs by its kind times 1 + ln(occurrences). The sum is scaled to length 1.
import { type Embedder, normalise } from "./embeddings.ts";

const dimensions = 512;
const weights = { word: 1, pair: 0.5, gram: 0.35, common: 0.1 } as const;

/** Words that say nothing of what a text is about; they count a little, so that a text of nothing else has a direction. */
const commonWords = new Set(
  (
    "a an and are as at be by can do for from has have how i if in is it its me my not of on or our so than that the their " +
    "then there these they this to was we were what when where which who will with you your"
  ).split(" "),
);

export const lexicalEmbedder: Embedder = {
  id: `lexical-1/${dimensions}`,
  dimensions,
  embed: (texts) => Promise.resolve({ ok: true, vectors: texts.map(embedLexically), tokens: 0 }),
};

export function embedLexically(text: string): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const [feature, { weight, count }] of listFeatures(splitWords(text))) {
    const hash = hashFeature(feature);
    const place = hash % dimensions;
    // The highest bit, which the place does not depend on.
    const sign = hash >>> 31 === 0 ? 1 : -1;
    vector[place] = (vector[place] ?? 0) + sign * weight * (1 + Math.log(count));
  }
  return normalise(vector);
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function splitWords(text: string): string[] {
  return (
    (
      text
        .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
        .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        // By way of capitals, which know that ß is ss.
        .toUpperCase()
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).flatMap((word) => (unspaced.test(word) ? [...word] : [word]))
  );
}

function listFeatures(words: readonly string[]): Map<string, { weight: number; count: number }> {
  const features = new Map<string, { weight: number; count: number }>();
  const add = (feature: string, weight: number) => {
    const known = features.get(feature);
    if (known) known.count += 1;
    else features.set(feature, { weight, count: 1 });
  };
  for (const [at, word] of words.entries()) {
    const isCommon = commonWords.has(word);
    add(`w:${word}`, isCommon ? weights.common : weights.word);
    const next = words[at + 1];
    if (next !== undefined && !(isCommon && commonWords.has(next))) add(`p:${word} ${next}`, weights.pair);
    if (!isCommon) for (const gram of gramsOf(word)) add(`g:${gram}`, weights.gram);
  }
  return features;
}

/** "bill" gives ^bi bil ill ll$ and ^bil bill ill$. */
function* gramsOf(word: string): Generator<string> {
  const characters = [..."^", ...word, "$"];
  for (const length of [3, 4]) {
    for (let at = 0; at + length <= characters.length; at += 1) yield characters.slice(at, at + length).join("");
  }
}

/** FNV-1a over UTF-16 units, then a mix of the bits, as FNV's high ones vary little among short texts. */
function hashFeature(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

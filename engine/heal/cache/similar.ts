// Whether a fix for one signature may be tried on another. Likeness alone says little: "`)` is missing" and "`}` is missing"
// are the same words. It only chooses what is tried; that the fix then fits exactly is what counts.
import { similarity } from "#engine/llm/embeddings.ts";
import { embedLexically, lexicalEmbedder } from "#engine/llm/lexical-embedding.ts";

/**
 * Signatures are short and made of tools' words, which the embedding of words knows as well as any model does, at once
 * and for nothing; and a threshold holds for the embedding it was found with.
 */
export const signatureEmbedder = lexicalEmbedder;

/**
 * On the fixtures, of fixes tried on another fault with another signature: from 0.55 on those that fitted, 6, were right;
 * below, 1 was right and 3 were wrong.
 */
export const leastSimilarity = 0.55;

/** How many similar signatures are looked at. */
export const mostSimilar = 5;

const kindOf = (text: string): string => text.slice(0, Math.max(0, text.indexOf(":")));

/** A signature's text begins with the leaf of the taxonomy. */
export const isSameKind = (one: string, other: string): boolean => kindOf(one) === kindOf(other);

export const isNearEnough = (one: string, other: string): boolean =>
  one === other ||
  (isSameKind(one, other) && similarity(embedLexically(one), embedLexically(other)) >= leastSimilarity);

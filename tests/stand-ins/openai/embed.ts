import { createHash } from "node:crypto";

/**
 * A vector of length 1 that is always the same for the same text, and the nearer to another's the more words the two share:
 * each word falls on a place and a sign of its own.
 */
export function embed(words: readonly string[], dimensions: number): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const word of words) {
    const digest = createHash("sha256").update(word).digest();
    const place = digest.readUInt32LE(0) % dimensions;
    vector[place] = (vector[place] ?? 0) + ((digest[4] ?? 0) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector);
  // Words whose places cancel out, or none at all: any direction is as good as another.
  if (length === 0) return vector.map((_, at) => (at === 0 ? 1 : 0));
  return vector.map((value) => value / length);
}

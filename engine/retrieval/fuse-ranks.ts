/**
 * Reciprocal rank fusion: lists of ids, each best first, as one. A place counts 1 / (60 + place); the constant is that of
 * Cormack, Clarke and Buettcher (2009). `weights`: of each list, 1 unless given.
 */
export function fuseRanks(lists: readonly (readonly string[])[], weights: readonly number[] = []): string[] {
  const scores = new Map<string, number>();
  for (const [which, list] of lists.entries()) {
    for (const [place, id] of list.entries()) {
      scores.set(id, (scores.get(id) ?? 0) + (weights[which] ?? 1) / (60 + place + 1));
    }
  }
  return [...scores].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([id]) => id);
}

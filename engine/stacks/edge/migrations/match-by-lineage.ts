// Which item of the previous version another one continues: what the plan says of earlier names first, else an equal name.
// A lineage is the list of all names an item ever had, so that swaps and chains of renames are unambiguous: after A and
// B changed names, A is [b, a] and B is [a, b], and the next version, which says the same, renames nothing.

interface Named {
  readonly lineage: readonly string[];
}

/** New → old. `names`: what else counts as the same name, the first first. */
export function matchByLineage<Item extends Named>(
  old: readonly Item[],
  next: readonly Item[],
  names: readonly ((item: Item) => string)[],
): Map<Item, Item> {
  const pairs = new Map<Item, Item>();
  const taken = new Set<Item>();
  const pair = (newer: Item, older: Item): void => {
    if (pairs.has(newer) || taken.has(older)) return;
    pairs.set(newer, older);
    taken.add(older);
  };
  const hints = next.flatMap((newer) =>
    old.flatMap((older) => {
      const strength = hintStrength(newer.lineage, older.lineage);
      return strength === 0 ? [] : [{ newer, older, strength }];
    }),
  );
  // The sort is stable: of twins the first takes the first.
  for (const { newer, older } of hints.sort((a, b) => b.strength - a.strength)) pair(newer, older);
  for (const name of names) {
    for (const newer of next) {
      const older = old.find((candidate) => !taken.has(candidate) && name(candidate) === name(newer));
      if (older) pair(newer, older);
    }
  }
  return new Map(next.flatMap((newer) => (pairs.has(newer) ? [[newer, pairs.get(newer) as Item] as const] : [])));
}

/** 0: the lineages say nothing. The longer the shared beginning, the surer; a rename taken back is the weakest. */
function hintStrength(newer: readonly string[], older: readonly string[]): number {
  if (newer.length === 1 && older.length === 1) return 0;
  if (startsWith(newer, older)) return older.length + 1;
  return startsWith(older, newer) ? newer.length / (older.length + 1) : 0;
}

const startsWith = (whole: readonly string[], part: readonly string[]): boolean =>
  part.every((name, at) => name === whole[at]);

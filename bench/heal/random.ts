// Numbers that follow from a seed alone (mulberry32), so that a broken app is its seed.

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  below(limit: number): number;
  pick<T>(values: readonly T[]): T | undefined;
  shuffle<T>(values: readonly T[]): T[];
}

export function randomOf(seed: number): Random {
  let state = (seed * 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (values) => values[below(values.length)],
    shuffle: (values) => {
      const left = [...values];
      const drawn: typeof left = [];
      while (left.length > 0) drawn.push(...left.splice(below(left.length), 1));
      return drawn;
    },
  };
}

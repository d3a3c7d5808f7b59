// Pairs of cards, face down. Pure: chance comes from the caller.

export const faces: readonly string[] = ["🍎", "🚲", "🌙", "🐟", "🎈", "🔑", "🌵", "⚓"];

/** Every face twice, in random order. */
export function deal(chance: () => number): string[] {
  const cards = [...faces, ...faces];
  for (let at = cards.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [cards[at], cards[other]] = [cards[other] ?? "", cards[at] ?? ""];
  }
  return cards;
}

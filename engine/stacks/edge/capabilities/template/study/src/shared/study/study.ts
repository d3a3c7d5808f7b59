// Learning cards by boxes: a card that was known moves up one, a card that was not goes back to the first; low boxes come
// first. Pure.

/** Box of each card that was answered before, by its id. */
export type Boxes = Readonly<Record<string, number>>;

export const lastBox = 4;
const roundLength = 20;

export const afterAnswer = (boxes: Boxes, id: string, isKnown: boolean): Boxes => ({
  ...boxes,
  [id]: isKnown ? Math.min((boxes[id] ?? 0) + 1, lastBox) : 0,
});

/** The cards of the next round: those of low boxes before those that sit, by chance within a box. */
export function planRound<Card extends { readonly id: string }>(
  cards: readonly Card[],
  boxes: Boxes,
  random: () => number,
): Card[] {
  return cards
    .map((card) => ({ card, box: boxes[card.id] ?? 0, order: random() }))
    .sort((a, b) => a.box - b.box || a.order - b.order)
    .slice(0, roundLength)
    .map(({ card }) => card);
}

/** Cards that were known at least twice since they were last missed. */
export const countLearnt = (cards: readonly { readonly id: string }[], boxes: Boxes): number =>
  cards.filter(({ id }) => (boxes[id] ?? 0) >= 2).length;

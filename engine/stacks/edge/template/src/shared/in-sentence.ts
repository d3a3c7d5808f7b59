/** What a title in capitals is made of: "Terms of Use", "Product FAQs". */
const titled = /^(?:[A-Z][^A-Z]*|[A-Z]+s?|of|and|the|for|in|on|to|a|an|per|by|with)$/;

/** "Stock movement" and "Stock Movement" → "stock movement" in the middle of a sentence; "SKU" and "Letters to Ada" keep their capitals. */
export const inSentence = (label: string): string => {
  const words = label.split(" ");
  const isTitled = words.every((word) => titled.test(word));
  const lower = (word: string, at: number): string =>
    (at === 0 || isTitled) && /^[A-Z][^A-Z]/.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
  return words.map(lower).join(" ");
};

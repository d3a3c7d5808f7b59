/** "Stock movement" → "stock movement" in the middle of a sentence; "SKU" stays. */
export const inSentence = (label: string): string =>
  /^[A-Z][^A-Z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

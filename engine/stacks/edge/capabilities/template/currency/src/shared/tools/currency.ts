// Exchange rates are the user's own numbers: how much of each currency one US dollar buys.

export interface CurrencyRate {
  readonly code: string;
  readonly rate: number;
}

/** A start to edit; rates move every day. */
export const firstRates: readonly CurrencyRate[] = [
  { code: "USD", rate: 1 },
  { code: "EUR", rate: 0.92 },
  { code: "GBP", rate: 0.79 },
  { code: "JPY", rate: 150 },
  { code: "CHF", rate: 0.88 },
  { code: "CAD", rate: 1.37 },
  { code: "AUD", rate: 1.52 },
  { code: "CNY", rate: 7.2 },
  { code: "INR", rate: 83 },
];

export function exchange(amount: number, from: CurrencyRate, to: CurrencyRate): number {
  return (amount / from.rate) * to.rate;
}

/** Three letters, as ISO 4217 has them. */
export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

import { currency, locale } from "../app.ts";

const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const precise = new Intl.NumberFormat(locale, { maximumSignificantDigits: 8 });
const amount = new Intl.NumberFormat(locale, { style: "currency", currency });

export const formatNumber = (value: number): string => plain.format(value);
export const formatPrecise = (value: number): string => precise.format(value);
export const formatAmount = (value: number): string => amount.format(value);

// A calculator whose formula is the owner's: every value times what one of it is worth, and a base, make the result. Pure.
import type { Calculator, CalculatorInput } from "./calculator.ts";
import { formatAmount, formatNumber } from "./number-format.ts";
import { part } from "../say.ts";

const words = part("estimate", {
  forEach: (what: string) => `For each: ${what}`,
  rates: "Rates",
  lead: "Enter the values; the rates are yours to set, and stay as you set them.",
  baseAmount: "Base amount",
  alwaysAdded: "always added",
  method: "The result is the base amount plus each value times its rate. The rates are examples until you set your own.",
});

export interface EstimateInput {
  readonly label: string;
  /** One of it, in a sentence: "room". */
  readonly each: string;
  /** What the page begins with. */
  readonly value: number;
  /** What one of it adds to the result. */
  readonly rate: number;
}

export interface EstimateSettings {
  readonly title: string;
  readonly result: string;
  readonly inputs: readonly EstimateInput[];
  readonly isMoney: boolean;
}

const largest = 1e9;
const valueKey = (at: number): string => `value${at}`;
const rateKey = (at: number): string => `rate${at}`;

export function makeEstimate({ title, result, inputs, isMoney }: EstimateSettings): Calculator {
  const format = isMoney ? formatAmount : formatNumber;
  const values = inputs.map(
    ({ label, value }, at): CalculatorInput => ({ key: valueKey(at), label, initial: String(value), min: 0, max: largest }),
  );
  const rates = inputs.map(
    ({ each, rate }, at): CalculatorInput => ({
      key: rateKey(at),
      label: words.forEach(each),
      initial: String(rate),
      min: -largest,
      max: largest,
      ...(at === 0 && { heading: words.rates }),
    }),
  );
  return {
    id: "estimate",
    title,
    description: words.lead,
    inputs: [...values, ...rates, { key: "base", label: words.baseAmount, unit: words.alwaysAdded, initial: "0", min: -largest, max: largest }],
    compute: (numbers) => {
      const parts = inputs.map(({ label }, at) => ({ label, amount: (numbers[valueKey(at)] ?? 0) * (numbers[rateKey(at)] ?? 0) }));
      const total = parts.reduce((sum, { amount }) => sum + amount, numbers["base"] ?? 0);
      return [
        { label: result, value: format(total) },
        ...parts.map(({ label, amount }) => ({ label, value: format(amount) })),
      ];
    },
    method: words.method,
  };
}

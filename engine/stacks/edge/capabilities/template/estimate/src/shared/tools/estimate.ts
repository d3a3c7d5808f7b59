// A calculator whose formula is the owner's: every value times what one of it is worth, and a base, make the result. Pure.
import type { Calculator, CalculatorInput } from "./calculator.ts";
import { formatAmount, formatNumber } from "./number-format.ts";

export interface EstimateSettings {
  readonly title: string;
  readonly result: string;
  readonly inputs: readonly string[];
  readonly isMoney: boolean;
}

const largest = 1e9;
const valueKey = (at: number): string => `value${at}`;
const rateKey = (at: number): string => `rate${at}`;

export function makeEstimate({ title, result, inputs, isMoney }: EstimateSettings): Calculator {
  const format = isMoney ? formatAmount : formatNumber;
  const values = inputs.map((label, at): CalculatorInput => ({ key: valueKey(at), label, initial: "1", min: 0, max: largest }));
  const rates = inputs.map(
    (label, at): CalculatorInput => ({ key: rateKey(at), label: `Worth of 1: ${label}`, unit: "rate", initial: "1", min: -largest, max: largest }),
  );
  return {
    id: "estimate",
    title,
    description: "Enter the values; the rates are yours to set, and stay as you set them.",
    inputs: [...values, ...rates, { key: "base", label: "Base amount", unit: "always added", initial: "0", min: -largest, max: largest }],
    compute: (numbers) => {
      const parts = inputs.map((label, at) => ({ label, amount: (numbers[valueKey(at)] ?? 0) * (numbers[rateKey(at)] ?? 0) }));
      const total = parts.reduce((sum, { amount }) => sum + amount, numbers["base"] ?? 0);
      return [
        { label: result, value: format(total) },
        ...parts.map(({ label, amount }) => ({ label, value: format(amount) })),
      ];
    },
    method: "The result is the base amount plus each value times its rate. The rates begin at 1 and mean nothing until you set them.",
  };
}

import type { Calculator, CalculatorResult } from "./calculator.ts";
import { formatNumber } from "./number-format.ts";

const isKind = (...kinds: string[]) => (values: Readonly<Record<string, string>>): boolean =>
  kinds.includes(values["kind"] ?? "of");

function answer(kind: string, first: number, second: number): CalculatorResult {
  if (kind === "share") {
    const label = `${formatNumber(first)} as a share of ${formatNumber(second)}`;
    return { label, value: second === 0 ? "undefined" : `${formatNumber((first / second) * 100)} %` };
  }
  if (kind === "change") {
    const label = `Change from ${formatNumber(first)} to ${formatNumber(second)}`;
    return { label, value: first === 0 ? "undefined" : `${formatNumber(((second - first) / Math.abs(first)) * 100)} %` };
  }
  if (kind === "discount")
    return { label: `${formatNumber(second)} less ${formatNumber(first)} %`, value: formatNumber(second * (1 - first / 100)) };
  return { label: `${formatNumber(first)} % of ${formatNumber(second)}`, value: formatNumber((first / 100) * second) };
}

export const percentageCalculator: Calculator = {
  id: "percentage",
  title: "Percentage calculator",
  description: "Parts, shares, changes and discounts.",
  inputs: [
    {
      key: "kind",
      label: "What do you want to know?",
      initial: "of",
      choices: [
        { value: "of", label: "A percentage of a number" },
        { value: "share", label: "What share one number is of another" },
        { value: "change", label: "The change from one number to another" },
        { value: "discount", label: "A price after a discount" },
      ],
    },
    { key: "percent", label: "Percentage", unit: "%", initial: "20", when: isKind("of", "discount") },
    { key: "from", label: "First number", initial: "40", when: isKind("share", "change") },
    { key: "number", label: "Number", initial: "250" },
  ],
  compute: ({ percent, from, number = 0 }, values) => [answer(values["kind"] ?? "of", percent ?? from ?? 0, number)],
  method: "A percentage is a part of one hundred. A share of zero, or a change from zero, is not defined.",
};

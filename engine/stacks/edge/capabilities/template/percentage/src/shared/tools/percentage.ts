import type { Calculator, CalculatorResult } from "./calculator.ts";
import { formatNumber } from "./number-format.ts";
import { part } from "../say.ts";

const words = part("percentage", {
  notDefined: "undefined",
  shareOf: (part: string, whole: string) => `${part} as a share of ${whole}`,
  changeFrom: (from: string, to: string) => `Change from ${from} to ${to}`,
  less: (price: string, percent: string) => `${price} less ${percent} %`,
  percentOf: (percent: string, whole: string) => `${percent} % of ${whole}`,
  title: "Percentage calculator",
  lead: "Parts, shares, changes and discounts.",
  question: "What do you want to know?",
  kindOf: "A percentage of a number",
  kindShare: "What share one number is of another",
  kindChange: "The change from one number to another",
  kindDiscount: "A price after a discount",
  percentage: "Percentage",
  firstNumber: "First number",
  number: "Number",
  method: "A percentage is a part of one hundred. A share of zero, or a change from zero, is not defined.",
});

const isKind = (...kinds: string[]) => (values: Readonly<Record<string, string>>): boolean =>
  kinds.includes(values["kind"] ?? "of");

function answer(kind: string, first: number, second: number): CalculatorResult {
  if (kind === "share") {
    const label = words.shareOf(formatNumber(first), formatNumber(second));
    return { label, value: second === 0 ? words.notDefined : `${formatNumber((first / second) * 100)} %` };
  }
  if (kind === "change") {
    const label = words.changeFrom(formatNumber(first), formatNumber(second));
    return { label, value: first === 0 ? words.notDefined : `${formatNumber(((second - first) / Math.abs(first)) * 100)} %` };
  }
  if (kind === "discount")
    return { label: words.less(formatNumber(second), formatNumber(first)), value: formatNumber(second * (1 - first / 100)) };
  return { label: words.percentOf(formatNumber(first), formatNumber(second)), value: formatNumber((first / 100) * second) };
}

export const percentageCalculator: Calculator = {
  id: "percentage",
  title: words.title,
  description: words.lead,
  inputs: [
    {
      key: "kind",
      label: words.question,
      initial: "of",
      choices: [
        { value: "of", label: words.kindOf },
        { value: "share", label: words.kindShare },
        { value: "change", label: words.kindChange },
        { value: "discount", label: words.kindDiscount },
      ],
    },
    { key: "percent", label: words.percentage, unit: "%", initial: "20", when: isKind("of", "discount") },
    { key: "from", label: words.firstNumber, initial: "40", when: isKind("share", "change") },
    { key: "number", label: words.number, initial: "250" },
  ],
  compute: ({ percent, from, number = 0 }, values) => [answer(values["kind"] ?? "of", percent ?? from ?? 0, number)],
  method: words.method,
};

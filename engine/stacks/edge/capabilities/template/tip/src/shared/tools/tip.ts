import type { Calculator } from "./calculator.ts";
import { formatAmount } from "./number-format.ts";

export const tipCalculator: Calculator = {
  id: "tip",
  title: "Tip calculator",
  description: "The tip, the total, and what each person pays.",
  inputs: [
    { key: "bill", label: "Bill", initial: "80", min: 0, max: 1e9 },
    { key: "tip", label: "Tip", unit: "%", initial: "15", min: 0, max: 100 },
    { key: "people", label: "People", initial: "2", min: 1, max: 1000 },
  ],
  compute: ({ bill = 0, tip = 0, people = 1 }) => {
    const amount = (bill * tip) / 100;
    const heads = Math.floor(people);
    return [
      { label: "Each person pays", value: formatAmount((bill + amount) / heads) },
      { label: "Tip", value: formatAmount(amount) },
      { label: "Tip each", value: formatAmount(amount / heads) },
      { label: "Total", value: formatAmount(bill + amount) },
    ];
  },
  method: "The tip is a share of the bill; the total is split evenly.",
};

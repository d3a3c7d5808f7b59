import type { Calculator } from "./calculator.ts";
import { formatAmount } from "./number-format.ts";
import { part } from "../say.ts";

const words = part("tip", {
  title: "Tip calculator",
  lead: "The tip, the total, and what each person pays.",
  bill: "Bill",
  tip: "Tip",
  people: "People",
  eachPersonPays: "Each person pays",
  tipEach: "Tip each",
  total: "Total",
  method: "The tip is a share of the bill; the total is split evenly.",
});

export const tipCalculator: Calculator = {
  id: "tip",
  title: words.title,
  description: words.lead,
  inputs: [
    { key: "bill", label: words.bill, initial: "80", min: 0, max: 1e9 },
    { key: "tip", label: words.tip, unit: "%", initial: "15", min: 0, max: 100 },
    { key: "people", label: words.people, initial: "2", min: 1, max: 1000 },
  ],
  compute: ({ bill = 0, tip = 0, people = 1 }) => {
    const amount = (bill * tip) / 100;
    const heads = Math.floor(people);
    return [
      { label: words.eachPersonPays, value: formatAmount((bill + amount) / heads) },
      { label: words.tip, value: formatAmount(amount) },
      { label: words.tipEach, value: formatAmount(amount / heads) },
      { label: words.total, value: formatAmount(bill + amount) },
    ];
  },
  method: words.method,
};

import type { Calculator } from "./calculator.ts";
import { formatAmount, formatNumber } from "./number-format.ts";
import { part } from "../say.ts";

const words = part("loan", {
  title: "Loan calculator",
  lead: "What a loan or mortgage costs each month, and in all.",
  amountOrPrice: "Amount or price",
  downPayment: "Down payment",
  interestRate: "Interest rate",
  aYear: "% a year",
  term: "Term",
  years: "years",
  monthlyPayment: "Monthly payment",
  loanAmount: "Loan amount",
  numberOfPayments: "Number of payments",
  totalInterest: "Total interest",
  totalPaid: "Total paid",
  method: "Equal monthly payments with interest on what is still owed (annuity). Fees and taxes are not included.",
});

/** The payment that pays `principal` back in `months` equal parts; `rate` is the yearly interest in percent. */
export function monthlyPayment(principal: number, rate: number, months: number): number {
  const monthly = rate / 100 / 12;
  if (monthly === 0) return principal / months;
  return (principal * monthly) / (1 - (1 + monthly) ** -months);
}

export const loanCalculator: Calculator = {
  id: "loan",
  title: words.title,
  description: words.lead,
  inputs: [
    { key: "price", label: words.amountOrPrice, initial: "250000", min: 1, max: 1e12 },
    { key: "down", label: words.downPayment, initial: "50000", min: 0, max: 1e12 },
    { key: "rate", label: words.interestRate, unit: words.aYear, initial: "4.5", min: 0, max: 100 },
    { key: "years", label: words.term, unit: words.years, initial: "25", min: 0.1, max: 100 },
  ],
  compute: ({ price = 0, down = 0, rate = 0, years = 1 }) => {
    const principal = Math.max(0, price - down);
    const months = Math.max(1, Math.round(years * 12));
    const payment = monthlyPayment(principal, rate, months);
    const total = payment * months;
    return [
      { label: words.monthlyPayment, value: formatAmount(payment) },
      { label: words.loanAmount, value: formatAmount(principal) },
      { label: words.numberOfPayments, value: formatNumber(months) },
      { label: words.totalInterest, value: formatAmount(total - principal) },
      { label: words.totalPaid, value: formatAmount(total) },
    ];
  },
  method: words.method,
};

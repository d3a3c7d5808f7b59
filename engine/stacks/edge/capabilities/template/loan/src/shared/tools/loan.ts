import type { Calculator } from "./calculator.ts";
import { formatAmount, formatNumber } from "./number-format.ts";

/** The payment that pays `principal` back in `months` equal parts; `rate` is the yearly interest in percent. */
export function monthlyPayment(principal: number, rate: number, months: number): number {
  const monthly = rate / 100 / 12;
  if (monthly === 0) return principal / months;
  return (principal * monthly) / (1 - (1 + monthly) ** -months);
}

export const loanCalculator: Calculator = {
  id: "loan",
  title: "Loan calculator",
  description: "What a loan or mortgage costs each month, and in all.",
  inputs: [
    { key: "price", label: "Amount or price", initial: "250000", min: 1, max: 1e12 },
    { key: "down", label: "Down payment", initial: "50000", min: 0, max: 1e12 },
    { key: "rate", label: "Interest rate", unit: "% a year", initial: "4.5", min: 0, max: 100 },
    { key: "years", label: "Term", unit: "years", initial: "25", min: 0.1, max: 100 },
  ],
  compute: ({ price = 0, down = 0, rate = 0, years = 1 }) => {
    const principal = Math.max(0, price - down);
    const months = Math.max(1, Math.round(years * 12));
    const payment = monthlyPayment(principal, rate, months);
    const total = payment * months;
    return [
      { label: "Monthly payment", value: formatAmount(payment) },
      { label: "Loan amount", value: formatAmount(principal) },
      { label: "Number of payments", value: formatNumber(months) },
      { label: "Total interest", value: formatAmount(total - principal) },
      { label: "Total paid", value: formatAmount(total) },
    ];
  },
  method: "Equal monthly payments with interest on what is still owed (annuity). Fees and taxes are not included.",
};

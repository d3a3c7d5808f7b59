// A calculator as data: what is asked, and how the answer follows. Pure, so that tests need no browser.

import { part } from "../say.ts";

const words = part("calculatorErrors", {
  enterNumber: "Enter a number.",
  orMore: (least: number) => `Enter ${least} or more.`,
  orLess: (most: number) => `Enter ${most} or less.`,
});

export interface CalculatorInput {
  readonly key: string;
  readonly label: string;
  /** Stands above it, where another kind of input begins. */
  readonly heading?: string;
  /** Shown behind the number. */
  readonly unit?: string;
  readonly initial: string;
  readonly min?: number;
  readonly max?: number;
  /** A choice instead of a number. */
  readonly choices?: readonly { value: string; label: string }[];
  /** Asked only when it holds. */
  readonly when?: (values: Readonly<Record<string, string>>) => boolean;
}

export interface CalculatorResult {
  readonly label: string;
  readonly value: string;
  /** Words beside the number: what it means. */
  readonly note?: string;
}

export interface Calculator {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly inputs: readonly CalculatorInput[];
  /** The first result is the main one. */
  readonly compute: (numbers: Readonly<Record<string, number>>, values: Readonly<Record<string, string>>) => readonly CalculatorResult[];
  /** How it was calculated, for whoever wants to check. */
  readonly method: string;
}

export type Answer = { results: readonly CalculatorResult[] } | { errors: Readonly<Record<string, string>> };

const asked = (calculator: Calculator, values: Readonly<Record<string, string>>): CalculatorInput[] =>
  calculator.inputs.filter((input) => input.when?.(values) ?? true);

/** "1,250.5" and "1 250.5" are numbers to people. */
export function readNumber(text: string): number {
  const plain = text.replace(/[\s,_']/g, "");
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

export function calculate(calculator: Calculator, values: Readonly<Record<string, string>>): Answer {
  const errors: Record<string, string> = {};
  const numbers: Record<string, number> = {};
  for (const input of asked(calculator, values)) {
    if (input.choices) continue;
    const number = readNumber(values[input.key] ?? "");
    if (Number.isNaN(number)) errors[input.key] = words.enterNumber;
    else if (input.min !== undefined && number < input.min) errors[input.key] = words.orMore(input.min);
    else if (input.max !== undefined && number > input.max) errors[input.key] = words.orLess(input.max);
    else numbers[input.key] = number;
  }
  if (Object.keys(errors).length > 0) return { errors };
  return { results: calculator.compute(numbers, values) };
}

export { asked as askedInputs };

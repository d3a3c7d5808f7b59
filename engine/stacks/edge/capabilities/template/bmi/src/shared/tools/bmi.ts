import type { Calculator } from "./calculator.ts";
import { formatNumber } from "./number-format.ts";

/** Kilograms by metres squared. */
export const bodyMassIndex = (kilograms: number, metres: number): number => kilograms / metres ** 2;

/** The adult groups of the World Health Organization. */
export function bmiGroup(index: number): string {
  if (index < 18.5) return "Underweight";
  if (index < 25) return "Normal weight";
  if (index < 30) return "Overweight";
  return "Obesity";
}

const isMetric = (values: Readonly<Record<string, string>>): boolean => values["units"] !== "imperial";

export const bmiCalculator: Calculator = {
  id: "bmi",
  title: "BMI calculator",
  description: "Body mass index of an adult, and what it says.",
  inputs: [
    {
      key: "units",
      label: "Units",
      initial: "metric",
      choices: [
        { value: "metric", label: "Centimetres and kilograms" },
        { value: "imperial", label: "Feet, inches and pounds" },
      ],
    },
    { key: "height", label: "Height", unit: "cm", initial: "175", min: 50, max: 280, when: isMetric },
    { key: "weight", label: "Weight", unit: "kg", initial: "70", min: 2, max: 700, when: isMetric },
    { key: "feet", label: "Height, feet", unit: "ft", initial: "5", min: 1, max: 9, when: (values) => !isMetric(values) },
    { key: "inches", label: "Height, inches", unit: "in", initial: "9", min: 0, max: 12, when: (values) => !isMetric(values) },
    { key: "pounds", label: "Weight", unit: "lb", initial: "154", min: 5, max: 1500, when: (values) => !isMetric(values) },
  ],
  compute: ({ height = 0, weight = 0, feet = 0, inches = 0, pounds = 0 }, values) => {
    const metres = isMetric(values) ? height / 100 : (feet * 12 + inches) * 0.0254;
    const kilograms = isMetric(values) ? weight : pounds * 0.45359237;
    const index = bodyMassIndex(kilograms, metres);
    const shown = (kg: number): string =>
      isMetric(values) ? `${formatNumber(kg)} kg` : `${formatNumber(kg / 0.45359237)} lb`;
    return [
      { label: "Body mass index", value: index.toFixed(1), note: bmiGroup(index) },
      { label: "Normal weight from", value: shown(18.5 * metres ** 2) },
      { label: "Normal weight to", value: shown(24.9 * metres ** 2) },
    ];
  },
  method: "Weight divided by height squared, with the groups of the World Health Organization for adults. No medical advice.",
};

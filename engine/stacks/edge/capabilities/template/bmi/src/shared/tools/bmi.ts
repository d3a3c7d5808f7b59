import type { Calculator } from "./calculator.ts";
import { formatNumber } from "./number-format.ts";
import { part } from "../say.ts";

const words = part("bmi", {
  underweight: "Underweight",
  normalWeight: "Normal weight",
  overweight: "Overweight",
  obesity: "Obesity",
  title: "BMI calculator",
  lead: "Body mass index of an adult, and what it says.",
  units: "Units",
  centimetresAndKilograms: "Centimetres and kilograms",
  feetInchesAndPounds: "Feet, inches and pounds",
  height: "Height",
  weight: "Weight",
  heightFeet: "Height, feet",
  heightInches: "Height, inches",
  bodyMassIndex: "Body mass index",
  normalWeightFrom: "Normal weight from",
  normalWeightTo: "Normal weight to",
  method: "Weight divided by height squared, with the groups of the World Health Organization for adults. No medical advice.",
});

/** Kilograms by metres squared. */
export const bodyMassIndex = (kilograms: number, metres: number): number => kilograms / metres ** 2;

/** The adult groups of the World Health Organization. */
export function bmiGroup(index: number): string {
  if (index < 18.5) return words.underweight;
  if (index < 25) return words.normalWeight;
  if (index < 30) return words.overweight;
  return words.obesity;
}

const isMetric = (values: Readonly<Record<string, string>>): boolean => values["units"] !== "imperial";

export const bmiCalculator: Calculator = {
  id: "bmi",
  title: words.title,
  description: words.lead,
  inputs: [
    {
      key: "units",
      label: words.units,
      initial: "metric",
      choices: [
        { value: "metric", label: words.centimetresAndKilograms },
        { value: "imperial", label: words.feetInchesAndPounds },
      ],
    },
    { key: "height", label: words.height, unit: "cm", initial: "175", min: 50, max: 280, when: isMetric },
    { key: "weight", label: words.weight, unit: "kg", initial: "70", min: 2, max: 700, when: isMetric },
    { key: "feet", label: words.heightFeet, unit: "ft", initial: "5", min: 1, max: 9, when: (values) => !isMetric(values) },
    { key: "inches", label: words.heightInches, unit: "in", initial: "9", min: 0, max: 12, when: (values) => !isMetric(values) },
    { key: "pounds", label: words.weight, unit: "lb", initial: "154", min: 5, max: 1500, when: (values) => !isMetric(values) },
  ],
  compute: ({ height = 0, weight = 0, feet = 0, inches = 0, pounds = 0 }, values) => {
    const metres = isMetric(values) ? height / 100 : (feet * 12 + inches) * 0.0254;
    const kilograms = isMetric(values) ? weight : pounds * 0.45359237;
    const index = bodyMassIndex(kilograms, metres);
    const shown = (kg: number): string =>
      isMetric(values) ? `${formatNumber(kg)} kg` : `${formatNumber(kg / 0.45359237)} lb`;
    return [
      { label: words.bodyMassIndex, value: index.toFixed(1), note: bmiGroup(index) },
      { label: words.normalWeightFrom, value: shown(18.5 * metres ** 2) },
      { label: words.normalWeightTo, value: shown(24.9 * metres ** 2) },
    ];
  },
  method: words.method,
};

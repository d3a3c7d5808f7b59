import type { Calculator, CalculatorResult } from "./calculator.ts";
import { formatPrecise } from "./number-format.ts";

interface Unit {
  readonly id: string;
  readonly label: string;
  /** How many of the group's first unit one of these is. */
  readonly factor: number;
  /** Where zero is, in the first unit: temperatures do not start together. */
  readonly offset?: number;
}

interface UnitGroup {
  readonly id: string;
  readonly label: string;
  readonly units: readonly Unit[];
}

/** Exact by definition (international yard and pound, US gallon, mean year of 365.25 days). */
export const unitGroups: readonly UnitGroup[] = [
  {
    id: "length",
    label: "Length",
    units: [
      { id: "m", label: "Metres", factor: 1 },
      { id: "km", label: "Kilometres", factor: 1_000 },
      { id: "cm", label: "Centimetres", factor: 0.01 },
      { id: "mm", label: "Millimetres", factor: 0.001 },
      { id: "mi", label: "Miles", factor: 1_609.344 },
      { id: "yd", label: "Yards", factor: 0.9144 },
      { id: "ft", label: "Feet", factor: 0.3048 },
      { id: "in", label: "Inches", factor: 0.0254 },
    ],
  },
  {
    id: "weight",
    label: "Weight",
    units: [
      { id: "kg", label: "Kilograms", factor: 1 },
      { id: "g", label: "Grams", factor: 0.001 },
      { id: "t", label: "Tonnes", factor: 1_000 },
      { id: "lb", label: "Pounds", factor: 0.45359237 },
      { id: "oz", label: "Ounces", factor: 0.028349523125 },
      { id: "st", label: "Stones", factor: 6.35029318 },
    ],
  },
  {
    id: "temperature",
    label: "Temperature",
    units: [
      { id: "c", label: "Celsius", factor: 1 },
      { id: "f", label: "Fahrenheit", factor: 5 / 9, offset: -160 / 9 },
      { id: "k", label: "Kelvin", factor: 1, offset: -273.15 },
    ],
  },
  {
    id: "volume",
    label: "Volume",
    units: [
      { id: "l", label: "Litres", factor: 1 },
      { id: "ml", label: "Millilitres", factor: 0.001 },
      { id: "m3", label: "Cubic metres", factor: 1_000 },
      { id: "gal", label: "Gallons (US)", factor: 3.785411784 },
      { id: "cup", label: "Cups (US)", factor: 0.2365882365 },
      { id: "tbsp", label: "Tablespoons (US)", factor: 0.01478676478125 },
    ],
  },
  {
    id: "area",
    label: "Area",
    units: [
      { id: "m2", label: "Square metres", factor: 1 },
      { id: "km2", label: "Square kilometres", factor: 1e6 },
      { id: "ha", label: "Hectares", factor: 10_000 },
      { id: "ac", label: "Acres", factor: 4_046.8564224 },
      { id: "ft2", label: "Square feet", factor: 0.09290304 },
    ],
  },
  {
    id: "speed",
    label: "Speed",
    units: [
      { id: "kmh", label: "Kilometres an hour", factor: 1 },
      { id: "ms", label: "Metres a second", factor: 3.6 },
      { id: "mph", label: "Miles an hour", factor: 1.609344 },
      { id: "kn", label: "Knots", factor: 1.852 },
    ],
  },
  {
    id: "time",
    label: "Time",
    units: [
      { id: "min", label: "Minutes", factor: 1 },
      { id: "s", label: "Seconds", factor: 1 / 60 },
      { id: "h", label: "Hours", factor: 60 },
      { id: "d", label: "Days", factor: 1_440 },
      { id: "wk", label: "Weeks", factor: 10_080 },
      { id: "y", label: "Years", factor: 525_960 },
    ],
  },
  {
    id: "data",
    label: "Data",
    units: [
      { id: "mb", label: "Megabytes", factor: 1 },
      { id: "kb", label: "Kilobytes", factor: 0.001 },
      { id: "gb", label: "Gigabytes", factor: 1_000 },
      { id: "tb", label: "Terabytes", factor: 1e6 },
      { id: "mib", label: "Mebibytes", factor: 1.048576 },
      { id: "gib", label: "Gibibytes", factor: 1_073.741824 },
    ],
  },
];

export const convert = (value: number, from: Unit, to: Unit): number =>
  (value * from.factor + (from.offset ?? 0) - (to.offset ?? 0)) / to.factor;

const groupOf = (values: Readonly<Record<string, string>>): UnitGroup | undefined =>
  unitGroups.find((group) => group.id === (values["group"] ?? "length"));

export const unitConverter: Calculator = {
  id: "unit-converter",
  title: "Unit converter",
  description: "Length, weight, temperature, volume, area, speed, time and data.",
  inputs: [
    {
      key: "group",
      label: "What do you want to convert?",
      initial: "length",
      choices: unitGroups.map(({ id, label }) => ({ value: id, label })),
    },
    { key: "value", label: "Value", initial: "1" },
    ...unitGroups.flatMap((group) =>
      (["from", "to"] as const).map((end) => ({
        key: `${group.id}-${end}`,
        label: end === "from" ? "From" : "To",
        initial: group.units[end === "from" ? 0 : 1]?.id ?? "",
        choices: group.units.map(({ id, label }) => ({ value: id, label })),
        when: (values: Readonly<Record<string, string>>) => groupOf(values) === group,
      })),
    ),
  ],
  compute: ({ value = 0 }, values) => {
    const group = groupOf(values);
    const unit = (end: string): Unit | undefined => group?.units.find(({ id }) => id === values[`${group.id}-${end}`]);
    const [from, to] = [unit("from"), unit("to")];
    if (!group || !from || !to) return [];
    const result = (target: Unit): CalculatorResult => ({
      label: target.label,
      value: formatPrecise(convert(value, from, target)),
    });
    return [result(to), ...group.units.filter((other) => other !== to && other !== from).map(result)];
  },
  method: "By the international definitions of the units; cups, spoons and gallons are those of the United States.",
};

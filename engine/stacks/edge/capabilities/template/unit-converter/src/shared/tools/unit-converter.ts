import type { Calculator, CalculatorResult } from "./calculator.ts";
import { formatPrecise } from "./number-format.ts";
import { part } from "../say.ts";

const words = part("unitConverter", {
  length: "Length",
  metres: "Metres",
  kilometres: "Kilometres",
  centimetres: "Centimetres",
  millimetres: "Millimetres",
  miles: "Miles",
  yards: "Yards",
  feet: "Feet",
  inches: "Inches",
  weight: "Weight",
  kilograms: "Kilograms",
  grams: "Grams",
  tonnes: "Tonnes",
  pounds: "Pounds",
  ounces: "Ounces",
  stones: "Stones",
  temperature: "Temperature",
  celsius: "Celsius",
  fahrenheit: "Fahrenheit",
  kelvin: "Kelvin",
  volume: "Volume",
  litres: "Litres",
  millilitres: "Millilitres",
  cubicMetres: "Cubic metres",
  gallonsUs: "Gallons (US)",
  cupsUs: "Cups (US)",
  tablespoonsUs: "Tablespoons (US)",
  area: "Area",
  squareMetres: "Square metres",
  squareKilometres: "Square kilometres",
  hectares: "Hectares",
  acres: "Acres",
  squareFeet: "Square feet",
  speed: "Speed",
  kilometresAnHour: "Kilometres an hour",
  metresASecond: "Metres a second",
  milesAnHour: "Miles an hour",
  knots: "Knots",
  time: "Time",
  minutes: "Minutes",
  seconds: "Seconds",
  hours: "Hours",
  days: "Days",
  weeks: "Weeks",
  years: "Years",
  data: "Data",
  megabytes: "Megabytes",
  kilobytes: "Kilobytes",
  gigabytes: "Gigabytes",
  terabytes: "Terabytes",
  mebibytes: "Mebibytes",
  gibibytes: "Gibibytes",
  title: "Unit converter",
  lead: "Length, weight, temperature, volume, area, speed, time and data.",
  whatDoYouWant: "What do you want to convert?",
  value: "Value",
  method: "By the international definitions of the units; cups, spoons and gallons are those of the United States.",
});

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
    label: words.length,
    units: [
      { id: "m", label: words.metres, factor: 1 },
      { id: "km", label: words.kilometres, factor: 1_000 },
      { id: "cm", label: words.centimetres, factor: 0.01 },
      { id: "mm", label: words.millimetres, factor: 0.001 },
      { id: "mi", label: words.miles, factor: 1_609.344 },
      { id: "yd", label: words.yards, factor: 0.9144 },
      { id: "ft", label: words.feet, factor: 0.3048 },
      { id: "in", label: words.inches, factor: 0.0254 },
    ],
  },
  {
    id: "weight",
    label: words.weight,
    units: [
      { id: "kg", label: words.kilograms, factor: 1 },
      { id: "g", label: words.grams, factor: 0.001 },
      { id: "t", label: words.tonnes, factor: 1_000 },
      { id: "lb", label: words.pounds, factor: 0.45359237 },
      { id: "oz", label: words.ounces, factor: 0.028349523125 },
      { id: "st", label: words.stones, factor: 6.35029318 },
    ],
  },
  {
    id: "temperature",
    label: words.temperature,
    units: [
      { id: "c", label: words.celsius, factor: 1 },
      { id: "f", label: words.fahrenheit, factor: 5 / 9, offset: -160 / 9 },
      { id: "k", label: words.kelvin, factor: 1, offset: -273.15 },
    ],
  },
  {
    id: "volume",
    label: words.volume,
    units: [
      { id: "l", label: words.litres, factor: 1 },
      { id: "ml", label: words.millilitres, factor: 0.001 },
      { id: "m3", label: words.cubicMetres, factor: 1_000 },
      { id: "gal", label: words.gallonsUs, factor: 3.785411784 },
      { id: "cup", label: words.cupsUs, factor: 0.2365882365 },
      { id: "tbsp", label: words.tablespoonsUs, factor: 0.01478676478125 },
    ],
  },
  {
    id: "area",
    label: words.area,
    units: [
      { id: "m2", label: words.squareMetres, factor: 1 },
      { id: "km2", label: words.squareKilometres, factor: 1e6 },
      { id: "ha", label: words.hectares, factor: 10_000 },
      { id: "ac", label: words.acres, factor: 4_046.8564224 },
      { id: "ft2", label: words.squareFeet, factor: 0.09290304 },
    ],
  },
  {
    id: "speed",
    label: words.speed,
    units: [
      { id: "kmh", label: words.kilometresAnHour, factor: 1 },
      { id: "ms", label: words.metresASecond, factor: 3.6 },
      { id: "mph", label: words.milesAnHour, factor: 1.609344 },
      { id: "kn", label: words.knots, factor: 1.852 },
    ],
  },
  {
    id: "time",
    label: words.time,
    units: [
      { id: "min", label: words.minutes, factor: 1 },
      { id: "s", label: words.seconds, factor: 1 / 60 },
      { id: "h", label: words.hours, factor: 60 },
      { id: "d", label: words.days, factor: 1_440 },
      { id: "wk", label: words.weeks, factor: 10_080 },
      { id: "y", label: words.years, factor: 525_960 },
    ],
  },
  {
    id: "data",
    label: words.data,
    units: [
      { id: "mb", label: words.megabytes, factor: 1 },
      { id: "kb", label: words.kilobytes, factor: 0.001 },
      { id: "gb", label: words.gigabytes, factor: 1_000 },
      { id: "tb", label: words.terabytes, factor: 1e6 },
      { id: "mib", label: words.mebibytes, factor: 1.048576 },
      { id: "gib", label: words.gibibytes, factor: 1_073.741824 },
    ],
  },
];

export const convert = (value: number, from: Unit, to: Unit): number =>
  (value * from.factor + (from.offset ?? 0) - (to.offset ?? 0)) / to.factor;

const groupOf = (values: Readonly<Record<string, string>>): UnitGroup | undefined =>
  unitGroups.find((group) => group.id === (values["group"] ?? "length"));

export const unitConverter: Calculator = {
  id: "unit-converter",
  title: words.title,
  description: words.lead,
  inputs: [
    {
      key: "group",
      label: words.whatDoYouWant,
      initial: "length",
      choices: unitGroups.map(({ id, label }) => ({ value: id, label })),
    },
    { key: "value", label: words.value, initial: "1" },
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
  method: words.method,
};

// What a calculator of the owner's own begins with, so that its first result looks like one: a usual value, and an example
// of what one of it is worth. Only the owner knows the true rates; the page says so.

interface Beginning {
  readonly value: number;
  readonly rate: number;
}

type Row = readonly [name: RegExp, value: number, rate: number];

/** In money. */
const amounts: readonly Row[] = [
  [/\bhours?\b/i, 3, 35],
  [/\b(?:minutes?|mins?)\b/i, 45, 0.6],
  [/\b(?:days?|nights?)\b/i, 3, 80],
  [/\b(?:weeks?|months?)\b/i, 2, 250],
  [/\b(?:bed|bath|class)?rooms?\b/i, 4, 20],
  [/\b(?:windows?|doors?|fixtures?|outlets?)\b/i, 8, 6],
  [
    /\b(?:guests?|people|persons?|attendees?|participants?|children|adults|seats?|users?|members?|students?)\b/i,
    20,
    15,
  ],
  [/\b(?:km|kilomet(?:re|er)s?|miles?|distance)\b/i, 120, 0.4],
  [/\b(?:kg|kilos?|weight|pounds?)\b/i, 12, 1.5],
  [/\b(?:tonnes?|tons?)\b/i, 2, 60],
  [/\b(?:area|floor|lawn|square|sqm|sqft|m2|size|surface)\b/i, 80, 2.5],
  [/\b(?:length|width|height|metres?|meters?|feet)\b/i, 10, 12],
  [/\b(?:kwh|electricity|energy|power)\b/i, 250, 0.3],
  [/\b(?:fuel|petrol|diesel|litres?|liters?|gas|water)\b/i, 40, 1.8],
  [/\bflights?\b/i, 2, 180],
  [/\b(?:words?|characters?)\b/i, 1_200, 0.08],
  [/\b(?:pages?|photos?|pictures?|images?|prints?|copies)\b/i, 25, 2],
  [/\b(?:items?|pieces?|units?|boxes|bags?|parcels?|quantity|servings?|plants?|trees?)\b/i, 10, 5],
];

/** In kilograms of carbon dioxide, about what public tables give. */
const emissions: readonly Row[] = [
  [/\bflights?\b/i, 2, 250],
  [/\b(?:train|rail|bus)\b/i, 200, 0.04],
  [/\b(?:km|kilomet(?:re|er)s?|miles?|driv\w*|car|distance)\b/i, 800, 0.17],
  [/\b(?:kwh|electricity|energy|power)\b/i, 250, 0.4],
  [/\b(?:fuel|petrol|diesel|litres?|liters?)\b/i, 40, 2.3],
  [/\b(?:gas|heating)\b/i, 600, 0.2],
  [/\b(?:meat|beef)\b/i, 8, 20],
  [/\bmeals?\b/i, 60, 1.5],
  [/\b(?:waste|rubbish|trash)\b/i, 30, 0.5],
];

const isEmission = /\b(?:carbon|co2|emissions?|footprint|greenhouse)\b/i;

export function beginningOf(input: string, result: string, isMoney: boolean): Beginning {
  const rows = isEmission.test(result) ? emissions : isMoney ? amounts : [];
  const [, value = 1, rate = isMoney ? 10 : 1] = rows.find(([name]) => name.test(input)) ?? [];
  return { value, rate };
}

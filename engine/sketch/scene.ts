// What every part of a sketch is drawn from: the plan, its colours, and choices that look random and never change.
import type { Prd, PrdField, PrdModel } from "#engine/prd/schema.ts";
import { paletteOf, type Palette } from "./palette.ts";

export interface Scene {
  readonly prd: Prd;
  readonly colours: Palette;
  /** The model that the first page is about. */
  readonly main: PrdModel;
  /** What the navigation shows. */
  readonly destinations: readonly string[];
  /** From `low` to `high`, the same for the same place. */
  vary(place: string, low: number, high: number): number;
}

export function sceneOf(prd: Prd): Scene {
  const shown = prd.models.filter(({ name }) => name !== prd.site?.contact);
  // What was asked to be looked at in a certain way is what the app is about.
  const wanted = shown.find(({ view }) => view !== undefined && view !== "table");
  const main = wanted ?? (prd.site ? mostPictured(shown) : mostConnected(prd, shown)) ?? prd.models[0];
  if (main === undefined) throw new Error("A plan has a model.");
  return {
    prd,
    colours: paletteOf(prd.theme),
    main,
    destinations: shown.map(pluralOf),
    vary: (place, low, high) => low + (hash(`${prd.name}/${place}`) / 0xffffffff) * (high - low),
  };
}

const mostPictured = (models: readonly PrdModel[]): PrdModel | undefined =>
  models.find(({ fields }) => fields.some(({ type }) => type === "image")) ?? models[0];

/** The one with the most badges, then with the most to do with the others. */
function mostConnected({ badges = [], relationships }: Prd, models: readonly PrdModel[]): PrdModel | undefined {
  const weight = ({ name }: PrdModel): number =>
    badges.filter(({ model }) => model === name).length * 10 +
    relationships.filter(({ from, to }) => from === name || to === name).length;
  return models.toSorted((a, b) => weight(b) - weight(a))[0];
}

export function pluralOf({ name, plural }: PrdModel): string {
  if (plural !== undefined) return plural;
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`;
}

export const labelOf = ({ label, name }: PrdField): string => label ?? name.charAt(0).toUpperCase() + name.slice(1);

/** Columns that fit a list: no long texts and no pictures. */
export const columnsOf = ({ fields }: PrdModel): PrdField[] =>
  fields.filter(({ type }) => !["longText", "richText", "image", "file", "json"].includes(type)).slice(0, 5);

export const choicesOf = ({ fields }: PrdModel): readonly string[] =>
  fields.find(({ type }) => type === "enum")?.values ?? [];

/** FNV-1a. */
function hash(words: string): number {
  let value = 0x811c9dc5;
  for (const letter of words) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  // The last step spreads what short texts leave in the low bits.
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
}

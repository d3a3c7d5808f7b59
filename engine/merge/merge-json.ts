// Three-way merge of JSON by key, for package.json and its like: text lines would break at commas. Arrays of plain
// values merge as sets; any other difference in the same key keeps the user's value and names the key.
import { type KeptPlace, quoted } from "./kept.ts";

type Json = null | boolean | number | string | Json[] | JsonObject;
type JsonObject = { [key: string]: Json };

export interface MergedJson {
  text: string;
  places: KeptPlace[];
}

/** null when one of the three is not a JSON object. */
export function mergeJson(base: string, yours: string, generated: string): MergedJson | null {
  const [b, t, o] = [parse(base), parse(yours), parse(generated)];
  if (b === null || t === null || o === null) return null;
  const places: KeptPlace[] = [];
  const merged = mergeObjects(b, t, o, [], places);
  const indent = /^[\t ]+(?=")/m.exec(yours)?.[0] ?? "  ";
  return { text: `${JSON.stringify(merged, null, indent)}\n`, places };
}

function parse(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isPlainList = (value: Json | undefined): value is Json[] =>
  Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);
const same = (a: Json | undefined, b: Json | undefined): boolean => canonical(a) === canonical(b);

/** Without regard to the order of keys. */
function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return String(JSON.stringify(value));
  const parts = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${parts.join()}}`;
}

function mergeObjects(
  base: JsonObject,
  yours: JsonObject,
  generated: JsonObject,
  path: string[],
  places: KeptPlace[],
): JsonObject {
  const entries: [string, Json][] = [];
  for (const key of orderedKeys(yours, generated)) {
    const [b, t, o] = [own(base, key), own(yours, key), own(generated, key)];
    const value = mergeValues(b, t, o, [...path, key], places);
    if (value !== undefined) entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

function mergeValues(
  base: Json | undefined,
  yours: Json | undefined,
  generated: Json | undefined,
  path: string[],
  places: KeptPlace[],
): Json | undefined {
  if (same(base, yours)) return generated;
  if (same(base, generated) || same(yours, generated)) return yours;
  if (isObject(yours) && isObject(generated))
    return mergeObjects(isObject(base) ? base : {}, yours, generated, path, places);
  if (isPlainList(base) && isPlainList(yours) && isPlainList(generated)) {
    const added = generated.filter((item) => !base.includes(item) && !yours.includes(item));
    return [...yours.filter((item) => generated.includes(item) || !base.includes(item)), ...added];
  }
  const show = (value: Json | undefined): string => (value === undefined ? "" : quoted(JSON.stringify(value)));
  places.push({ line: null, key: path.join("."), yours: show(yours), proposed: show(generated) });
  return yours;
}

const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** The user's order; a key only the generator has follows the one it follows there. */
function orderedKeys(yours: JsonObject, generated: JsonObject): string[] {
  const keys = Object.keys(yours);
  let before = -1;
  for (const key of Object.keys(generated)) {
    const at = keys.indexOf(key);
    if (at >= 0) before = at;
    else keys.splice(++before, 0, key);
  }
  return keys;
}

// Colours that a template's form offers: names that the architect reads as colours, with what it makes of them.
import { colourValue, likenedValue } from "#engine/architect/css-colours.ts";

const names = [
  "petrol",
  "teal",
  "emerald",
  "forest green",
  "bottle green",
  "moss green",
  "olive green",
  "ocean blue",
  "cobalt",
  "royal blue",
  "sapphire",
  "electric blue",
  "midnight",
  "indigo",
  "violet",
  "purple",
  "raspberry",
  "burgundy",
  "tomato",
  "terracotta",
  "caramel",
  "coffee brown",
  "amber",
  "sunflower",
  "slate",
  "graphite",
] as const;

/** `#rrggbb` of a colour's name as the architect reads it; null where it reads none. */
export function valueOfColour(name: string): string | null {
  const [first = ""] = name.split(" ");
  return colourValue(name) ?? likenedValue(name) ?? colourValue(first) ?? likenedValue(first);
}

export const templateColours: readonly { name: string; value: string }[] = names.map((name) => ({
  name,
  value: valueOfColour(name) ?? "#000000",
}));

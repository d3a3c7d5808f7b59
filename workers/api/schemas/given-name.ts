import { z } from "zod";

/** Marks that turn the direction of what follows, and control characters: a name with them can look like another. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line that people are shown as a name; at most 80 characters. */
export const givenName = (whenEmpty = "Enter a name.") =>
  z
    .string()
    .overwrite((text) => text.replace(/\s+/g, " ").replace(unseen, ""))
    .trim()
    .min(1, whenEmpty)
    .max(80);

// Colours and scheme the prompt names. A sentence that speaks of colours alone is not read for entities.
import type { Prd } from "#engine/prd/schema.ts";
import { colourValue, isHue, likenedValue, luminance, shade } from "./css-colours.ts";
import { type Mood, readMood } from "./read-mood.ts";
import type { Clause } from "./read-text.ts";
import { keepingVerbs } from "./vocabulary.ts";

export interface ThemeReading {
  readonly theme: Prd["theme"];
  readonly named: boolean;
  /** Clauses that are about looks alone. */
  readonly consumed: ReadonlySet<Clause>;
  readonly reason: string;
}

const defaultPrimary = "#2563eb";
const backgroundWords = new Set([
  "background",
  "backgrounds",
  "backdrop",
  "canvas",
  "base",
  "outer",
  "body",
  "container",
  "page-background",
]);
const primaryWords = new Set(
  "primary component components element elements accent accents button buttons main brand ui interface control controls visuals visual blocks block pieces piece header headers highlights details navbar cards".split(
    " ",
  ),
);
const styleWords = new Set([
  ...backgroundWords,
  ...primaryWords,
  "theme",
  "styling",
  "color",
  "colour",
  "colors",
  "colours",
  "scheme",
  "palette",
  "layout",
  "style",
  "styled",
  "tones",
  "tone",
  "hues",
  "hue",
  "shades",
  "mode",
  "look",
]);

interface Found {
  readonly value: string;
  readonly at: number;
  readonly length: number;
}

export function readTheme(clauses: readonly Clause[]): ThemeReading {
  let primary: string | null = null;
  let background: string | null = null;
  let scheme: "light" | "dark" | null = null;
  let mood: Mood["theme"] = {};
  const consumed = new Set<Clause>();
  for (const clause of clauses) {
    const words = wordsWithHex(clause).filter(outsideBrackets());
    const styled = words.some((word) => styleWords.has(word));
    const colours = findColours(words, styled);
    scheme ??= readScheme(words);
    const told = colours.length === 0 ? readMood(words) : null;
    if (told !== null) mood = { ...told.theme, ...mood };
    if (told?.whole === true && !clause.first) consumed.add(clause);
    if (!styled) {
      const alone = coloursAlone(words, colours);
      if (alone.length > 0) {
        const ground = alone.length > 1 ? alone.find((colour) => luminance(colour.value) > 0.9) : undefined;
        background ??= ground?.value ?? null;
        primary ??= alone.find((colour) => colour !== ground)?.value ?? null;
        if (!clause.first && alone.length === colours.length && isColoursAlone(words, colours)) consumed.add(clause);
      }
      continue;
    }
    if (colours.length === 0) continue;
    // "A beige background #fdf6e3": the number says which beige.
    for (const colour of colours.toSorted((a, b) => Number(isExact(words, b)) - Number(isExact(words, a)))) {
      const role = roleOf(words, colour, colours);
      if (role === "background") background ??= colour.value;
      else if (role === "primary") primary ??= colour.value;
    }
    const about = words.filter(
      (word) => keepingVerbs.has(word) && !["set", "apply", "use", "show", "assign", "display"].includes(word),
    );
    if (!clause.first && about.length === 0) consumed.add(clause);
  }
  if (primary === null && background !== null && luminance(background) < 0.6 && luminance(background) > 0.02)
    [primary, background] = [background, null];
  if (primary === null && background === null && mood.primary !== undefined) {
    [primary, background] = [mood.primary, mood.background ?? null];
    scheme ??= mood.scheme ?? null;
  }
  const dark = scheme ?? (background === null ? null : luminance(background) < 0.18 ? "dark" : "light");
  const theme: Prd["theme"] = {
    primary: primary ?? defaultPrimary,
    ...(background === null ? {} : { background }),
    scheme: dark ?? "system",
  };
  const named = primary !== null || background !== null || scheme !== null;
  return {
    theme,
    named,
    consumed,
    reason: named
      ? "the prompt names the colours or the scheme"
      : "the prompt names no colours; a blue with enough contrast on white and on black",
  };
}

const besideColours = new Set(
  "and with in all mostly please pls plz elegant modern minimal clean simple classy stylish , accents use using text . ! -".split(
    " ",
  ),
);

/** Colours that stand between commas with nothing else: "a blog for my bakery, purple". */
function coloursAlone(words: readonly string[], colours: readonly Found[]): Found[] {
  return colours.filter((colour) => {
    const from = words.lastIndexOf(",", colour.at) + 1;
    const end = words.indexOf(",", colour.at);
    return isColoursAlone(words.slice(from, end === -1 ? words.length : end), shifted(colours, from));
  });
}

function isColoursAlone(words: readonly string[], colours: readonly Found[]): boolean {
  const inside = (at: number) => colours.some((colour) => at >= colour.at && at < colour.at + colour.length);
  return words.length > 0 && words.every((word, at) => inside(at) || besideColours.has(word));
}

const shifted = (colours: readonly Found[], by: number): Found[] =>
  colours.map((colour) => ({ ...colour, at: colour.at - by }));

/** "level (bronze, silver, gold)": choices, not looks. */
function outsideBrackets(): (word: string) => boolean {
  let depth = 0;
  return (word) => {
    if (word === "(") depth += 1;
    if (word === ")") depth = Math.max(0, depth - 1);
    return depth === 0 && word !== ")";
  };
}

const isExact = (words: readonly string[], { at }: Found): boolean => words[at]?.startsWith("#") === true;

function wordsWithHex(clause: Clause): string[] {
  const words: string[] = [];
  for (const token of clause.tokens) {
    if (words[words.length - 1] === "#") words[words.length - 1] = `#${token.lower}`;
    else words.push(...(token.word && !token.lower.startsWith("to-") ? token.lower.split("-") : [token.lower]));
  }
  return words;
}

/** "pastel", "deep": how far a colour named after it goes towards white or black. */
const tints: ReadonlyMap<string, readonly ["white" | "black", number]> = new Map([
  ["pastel", ["white", 0.55]],
  ["pale", ["white", 0.55]],
  ["light", ["white", 0.45]],
  ["soft", ["white", 0.3]],
  ["muted", ["white", 0.25]],
  ["dusty", ["white", 0.25]],
  ["deep", ["black", 0.25]],
  ["dark", ["black", 0.35]],
  ["rich", ["black", 0.15]],
]);
/** Beside these a word such as "sand" means the colour. */
const warmth = new Set(["warm", "cool", "bright", "vivid", "bold", "burnt", "earthy", "natural"]);

/** `isStyled`: the clause speaks of looks, so that "stone" is a colour. */
function findColours(words: readonly string[], isStyled: boolean): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const colour = colourAt(words, at, isStyled);
    if (colour === null) continue;
    found.push(colour);
    at = colour.at + colour.length - 1;
  }
  return found;
}

function colourAt(words: readonly string[], at: number, isStyled: boolean): Found | null {
  for (let length = 3; length > 0; length -= 1) {
    const slice = words.slice(at, at + length);
    if (slice.length < length) continue;
    const name = slice.join("");
    const before = words[at - 1] ?? "";
    const isFollowed = isHue(words[at + length] ?? "") && !isHue(words[at + length - 1] ?? "");
    const isLikened = isStyled || length > 1 || isFollowed || warmth.has(before) || tints.has(before);
    const value = colourValue(name) ?? shadesOf(name) ?? (isLikened ? likenedValue(name) : null);
    if (value === null) continue;
    const tint = tints.get(before);
    const start = tint || warmth.has(before) ? at - 1 : at;
    return {
      value: tint ? shade(value, ...tint) : value,
      at: start,
      // "honey yellow", "sage green": the first word tells which yellow or green.
      length: at - start + length + (isFollowed ? 1 : 0),
    };
  }
  return null;
}

/** "Greens and whites". */
const shadesOf = (name: string): string | null =>
  name.endsWith("s") && isHue(name.slice(0, -1)) ? colourValue(name.slice(0, -1)) : null;

/** Which of the two the colour stands for: the nearest role word, those right beside it first. */
function roleOf(words: readonly string[], colour: Found, all: readonly Found[]): "background" | "primary" | null {
  const index = all.indexOf(colour);
  const from = index === 0 ? 0 : (all[index - 1]?.at ?? 0) + (all[index - 1]?.length ?? 0);
  const to = all[index + 1]?.at ?? words.length;
  let best: "background" | "primary" | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? "";
    const role = backgroundWords.has(word) ? "background" : primaryWords.has(word) ? "primary" : null;
    if (role === null) continue;
    const after = at >= colour.at;
    const gap = after ? at - colour.at - colour.length + 1 : colour.at - at;
    const boundary = words
      .slice(Math.min(at, colour.at), Math.max(at, colour.at))
      .some((between) => between === "," || between === ";" || between === "and");
    const distance = gap + (boundary ? 4 : 0) + (word === "main" || word === "theme" || word === "base" ? 2.5 : 0);
    if (distance < nearest) [best, nearest] = [role, distance];
  }
  if (best !== null) return best;
  if (all.length === 1) return "primary";
  // "Navy and gold": a page is not painted navy unless somebody says so.
  if (!words.some((word) => backgroundWords.has(word) || primaryWords.has(word)))
    return luminance(colour.value) > 0.75 ? "background" : "primary";
  return index === 0 ? "background" : "primary";
}

const looks = ["look", "feel", "style", "colors", "colours", "palette", "tones", "vibe", "aesthetic"];

function readScheme(words: readonly string[]): "light" | "dark" | null {
  for (let at = 0; at + 1 < words.length; at += 1) {
    const following = words[at + 1] ?? "";
    if (
      words[at] === "dark" &&
      ["theme", "mode", "themed", "ui", "interface", "design", "scheme", "background", ...looks].includes(following)
    )
      return words[at + 2] === "toggle" || words[at + 2] === "switch" ? null : "dark";
    if (words[at] === "light" && ["theme", "mode", "themed", "scheme", ...looks].includes(following)) return "light";
  }
  return null;
}

// Looks in plain words: "warm colours", "earthy tones", "pastel", "dark and moody". A word such as "vintage" says how the
// app looks only beside a word that speaks of looks, or where it stands alone.
import { stopWords } from "./vocabulary.ts";

export interface Mood {
  readonly theme: { readonly primary?: string; readonly background?: string; readonly scheme?: "light" | "dark" };
  /** The clause speaks of nothing else. */
  readonly whole: boolean;
}

const moods: readonly (readonly [words: string, theme: Mood["theme"]])[] = [
  ["moody gothic noir brooding", { primary: "#a4566b", background: "#15131a", scheme: "dark" }],
  ["neon cyberpunk synthwave vaporwave", { primary: "#ff3ea5", background: "#0d0b1e", scheme: "dark" }],
  ["spooky halloween", { primary: "#e8710a", background: "#17120d", scheme: "dark" }],
  ["earthy earth autumnal autumn rustic natural", { primary: "#8a5a33", background: "#faf6ef" }],
  ["warm cosy cozy homely inviting", { primary: "#b45309", background: "#fffaf3" }],
  ["pastel pastels", { primary: "#9b8cd9", background: "#fbf9ff" }],
  ["beachy maritime nautical coastal marine", { primary: "#0b6e99", background: "#f3fafd" }],
  ["cool icy wintry frosty airy", { primary: "#2f7fb0" }],
  ["botanical leafy woodland forest nature", { primary: "#2f6b3c" }],
  ["calm calming soothing muted subdued soft gentle", { primary: "#5f8a8b" }],
  ["colourful colorful vibrant bright cheerful playful bold lively fun happy", { primary: "#e5397f" }],
  ["monochrome monochromatic", { primary: "#1a1a1a", background: "#ffffff" }],
  ["luxurious luxury opulent glamorous", { primary: "#b08d3c" }],
  ["retro vintage nostalgic", { primary: "#c8553d", background: "#fbf1de" }],
  ["corporate businesslike professional serious", { primary: "#1e3a5f" }],
  ["romantic feminine girly", { primary: "#d6336c" }],
  ["festive christmas christmassy", { primary: "#b3122a" }],
  ["summery tropical", { primary: "#f2824a" }],
  ["springlike spring fresh", { primary: "#58a83c" }],
];
const byWord = new Map(moods.flatMap(([words, theme]) => words.split(" ").map((word) => [word, theme] as const)));

/** Said of a look beside another word for it: "soft pastel colours" are pastel. */
const shades = new Set("soft gentle bright bold muted fresh cool subdued".split(" "));
/** These say how something looks where they end a sentence, with or without a comma before them. */
const onlyLooks = new Set("moody earthy pastel pastels monochrome monochromatic colourful colorful".split(" "));
/** And these after a comma; "basic, standard, professional" are plans. */
const aloneLooks = new Set([
  ...onlyLooks,
  ..."warm cosy cozy gothic rustic retro romantic nautical beachy maritime botanical tropical calm soothing cheerful playful vibrant".split(
    " ",
  ),
]);
const lookNouns = new Set(
  "color colour colors colours tone tones palette look looks feel feeling style styling vibe vibes theme themed design hue hues shade shades mood atmosphere aesthetic aesthetics scheme".split(
    " ",
  ),
);
/** May stand between them: "warm and earthy tones", "a calm, soothing look". */
const between = new Set(["and", "but", ",", "very", "rather", "somewhat", "dark", "light", "modern", "clean"]);
const besides = new Set(
  "please dark light modern clean simple minimal minimalist nice something go keep accent accents , . ! - : ; & '".split(
    " ",
  ),
);
/** "The look should be warm", "make it feel cosy". */
const linking = new Set("be is are feel feels look looks should rather very a bit more of like the :".split(" "));

/** `words`: a clause in lower case, with its marks. Null where no word of it tells how the app looks. */
export function readMood(words: readonly string[]): Mood | null {
  const told = words.filter((word, at) => byWord.has(word) && (isDescribed(words, at) || isAlone(words, at)));
  const theme = byWord.get(told.find((word) => !shades.has(word)) ?? told[0] ?? "");
  if (theme === undefined) return null;
  return { theme: words.includes("dark") ? { ...theme, scheme: "dark" } : theme, whole: words.every(isLooks) };
}

const isLooks = (word: string): boolean =>
  byWord.has(word) || lookNouns.has(word) || besides.has(word) || stopWords.has(word);

/** "warm colours", "warm and earthy tones", "the colours should be warm". */
function isDescribed(words: readonly string[], at: number): boolean {
  let after = at + 1;
  while (between.has(words[after] ?? "") || byWord.has(words[after] ?? "")) after += 1;
  if (lookNouns.has(words[after] ?? "")) return true;
  // "The style should be art deco, luxurious and dark": of the style to the end.
  if (
    words
      .slice(0, at)
      .some((word, index) => lookNouns.has(word) && ["should", "is", "are"].includes(words[index + 1] ?? ""))
  )
    return true;
  let before = at - 1;
  while (linking.has(words[before] ?? "") || between.has(words[before] ?? "") || byWord.has(words[before] ?? ""))
    before -= 1;
  const isLinked = words.slice(before + 1, at).some((word) => linking.has(word));
  return (
    isLinked &&
    (lookNouns.has(words[before] ?? "") || words.slice(before + 1, at).some((word) => /^(feel|look)s?$/.test(word)))
  );
}

/** Between commas with nothing but its like, or at the end where it can mean nothing else. */
function isAlone(words: readonly string[], at: number): boolean {
  const from = words.lastIndexOf(",", at) + 1;
  const isEnd = words.slice(at + 1).every((word) => byWord.has(word) || besides.has(word) || word === "and");
  const isList = words.slice(0, at).includes(":");
  const isSeparate = from > 0 && words.slice(from, at).every((word) => byWord.has(word) || besides.has(word));
  return isEnd && (onlyLooks.has(words[at] ?? "") || (isSeparate && !isList && aloneLooks.has(words[at] ?? "")));
}

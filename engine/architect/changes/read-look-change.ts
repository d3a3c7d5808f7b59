// "Make it green", "a darker background", "dark mode", "call the app Wuff", "put the menu on the left".
import type { Prd } from "#engine/prd/schema.ts";
import { readTheme } from "../read-theme.ts";
import { readClauses } from "../read-text.ts";
import { sanitiseName } from "../sanitise.ts";
import type { ChangeReader } from "./change.ts";
import { findModel } from "./named-parts.ts";

/** With a colour, these say nothing but how everything looks. */
const lookWords = new Set(
  "make made it the a an app application site website page pages whole everything all look looks looking colour colours color colors theme themed design style scheme palette main primary accent accents button buttons link links header headers background use using change set switch to in into be should please with and of on as more rather instead our my for want i we would like have turn paint mode layout interface ui".split(
    " ",
  ),
);

export const readLookChange: ChangeReader = (sentence, prd) => {
  // The reader of prompts takes a colour for the app's where a word of looks stands beside it.
  const { theme, named } = readTheme(readClauses(`Theme colours: ${sentence}`));
  if (!named) return null;
  const plain = readTheme([]).theme;
  const left = sentence
    .toLowerCase()
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((word) => word !== "" && !lookWords.has(word));
  const isAboutLooks = left.every((word) => isColourWord(word));
  if (!isAboutLooks) return null;
  const isPrimary = theme.primary !== plain.primary;
  const to: Prd["theme"] = {
    ...prd.theme,
    ...(isPrimary && { primary: theme.primary }),
    ...(theme.background !== undefined && { background: theme.background }),
    ...(theme.scheme !== "system" &&
      (theme.background !== undefined || /\b(?:dark|light)\b/i.test(sentence)) && { scheme: theme.scheme }),
  };
  return { steps: [{ kind: "set", part: "theme", to }] };
};

const tones = new Set("dark light bright pale deep soft warm cool pastel muted darker lighter vivid rich".split(" "));

function isColourWord(word: string): boolean {
  if (tones.has(word) || word.startsWith("#") || /^[\da-f]{3,8}$/.test(word)) return true;
  return readTheme(readClauses(`Theme colours: ${word}`)).named;
}

const naming =
  /^(?:(?:re)?name|call|title)\s+(?:(?:the|this|my|our)\s+)?(?:app|application|site|website|web app|tool|project|it)\s+(?:to\s+|as\s+|into\s+)?(?<name>.+)$|^change\s+(?:the\s+)?(?:app(?:lication)?|site|website|tool)?(?:'s)?\s*(?:name|title)(?:\s+of\s+(?:the|this|my|our)\s+(?:app|application|site|website|tool))?\s+to\s+(?<other>.+)$|^(?:the|this|my|our)\s+(?:app|application|site|website|tool)(?:'s name)?\s+(?:should be|is|must be|will be)(?: now)?(?: called| named| renamed to)?\s+(?<told>[“"'\p{Lu}].*)$/iu;

export const readNameChange: ChangeReader = (sentence) => {
  const told = naming.exec(sentence)?.groups;
  const name = sanitiseName(
    (told?.["name"] ?? told?.["other"] ?? told?.["told"] ?? "").replaceAll(/["“”]|^'|'$/g, ""),
    60,
    "",
  );
  const isName = name !== "" && name.split(" ").length <= 6;
  return isName ? { steps: [{ kind: "set", part: "name", to: name }] } : null;
};

const tools = new Set(["sidebar", "topbar", "dashboard"]);
const sides =
  /^(?:put|move|show|have|make|place|(?:i|we) want)\s+(?:the\s+)?(?:menu|navigation|nav|nav ?bar)\s+(?:to be\s+)?(?:on|to|at|in)\s+(?:the\s+)?(?<side>left|side|top)(?: side)?$|^(?:use|add|make it|switch to|(?:i|we) want)\s+(?:an?\s+)?(?<bar>side ?bar|top ?bar)(?: layout| menu| navigation)?$/i;

export const readLayoutChange: ChangeReader = (sentence, prd) => {
  const told = sides.exec(sentence)?.groups;
  if (!told || findModel(prd, "menu")) return null;
  if (!tools.has(prd.theme.preset ?? "")) return { refusal: "a public site has its menu at the top" };
  const preset = /top/i.test(told["side"] ?? told["bar"] ?? "") ? "topbar" : "sidebar";
  return { steps: [{ kind: "set", part: "theme", to: { ...prd.theme, preset } }] };
};

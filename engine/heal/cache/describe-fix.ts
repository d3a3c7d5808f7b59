// What a fix does, in words for the page that shows the cache. Names of the app it was learned in are left out: a hole is
// shown as "…".
import { ruleWords } from "./rule-words.ts";
import type { EditsFix, Fix, PatternToken, Place, PatternChange } from "./fix.ts";

const longest = 300;

export function describeFix(fix: Fix): string {
  if (fix.kind === "rule") return ruleWords[fix.rule] ?? `Applies the rule "${fix.rule.replaceAll("-", " ")}".`;
  const parts = [
    ...fix.packages.map(({ name }) => `Adds ${name}.`),
    ...fix.changes.map(describeChange),
    ...creates(fix),
  ];
  const said = [...new Set(parts)].join(" ");
  return said.length > longest ? `${said.slice(0, longest - 1)}…` : said;
}

const creates = ({ creates: files }: EditsFix): string[] =>
  files.map(({ file }) => `Writes the missing file${named(file)}.`);

function describeChange({ file, before, after }: PatternChange): string {
  const [old, now] = [show(before), show(after.map(({ token }) => token))];
  if (old === "") return `Puts in ${now}${named(file)}.`;
  return now === "" ? `Takes out ${old}${named(file)}.` : `Replaces ${old} by ${now}${named(file)}.`;
}

function named(place: Place): string {
  if (place.in === "path") return ` in ${place.path}`;
  return place.in === "import" ? " in the imported file" : "";
}

/** As code, in backticks. */
function show(tokens: readonly PatternToken[]): string {
  if (tokens.length === 0) return "";
  const text = tokens.map((token) => ("text" in token ? token.text : "…")).join(" ");
  const tight = text.replaceAll(/ ?([.,;:()[\]?!]) ?/g, "$1").slice(0, 80);
  return `\`${tight}\``;
}

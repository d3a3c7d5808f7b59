// What a fix does, in words for the page that shows the cache. Names of the app it was learned in are left out: a hole is
// shown as "…".
import type { EditsFix, Fix, PatternToken, Place, PatternChange } from "./fix.ts";

const byRule: Readonly<Record<string, string>> = {
  "broken-json": "Puts in or takes out the one sign that keeps the file from being read.",
  "default-or-named-import": "Imports it in the way in which the module exports it.",
  "missing-async": "Makes the function asynchronous.",
  "missing-await": "Waits for the promise.",
  "missing-environment-variable": "Declares the variable with a placeholder.",
  "missing-export": "Exports what is imported, or imports what is exported.",
  "missing-import": "Imports the name from the one place that has it.",
  "missing-package": "Adds the package, or mends the slip in its name.",
  "missing-use-client": 'Marks the component with "use client".',
  "misspelt-name": "Takes the name that the compiler means.",
  "possibly-undefined": "Reads it only where it is there.",
  "type-only-import": "Imports the type as a type.",
  "unclosed-bracket": "Closes what is open.",
  "unused-name": "Takes out what nobody uses.",
  "wrong-import-path": "Takes the path of the file that is meant.",
};

const longest = 300;

export function describeFix(fix: Fix): string {
  if (fix.kind === "rule") return byRule[fix.rule] ?? `Applies the rule "${fix.rule.replaceAll("-", " ")}".`;
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

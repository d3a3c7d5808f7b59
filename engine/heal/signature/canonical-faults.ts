// Faults that every tool puts into its own words. They are brought to one text, so that the compiler's, the bundler's and
// the test runner's report of one fault meet. First match wins.
import type { Leaf } from "../classify/taxonomy.ts";
import type { StructuredError } from "../structured-error.ts";

interface CanonicalFault {
  readonly leaves: readonly Leaf[];
  readonly pattern: RegExp;
  /** Groups of the pattern that are kept, in order; the rest of the message is not. */
  readonly text: (groups: Readonly<Record<string, string | undefined>>, error: StructuredError) => string;
}

/** `lodash-es/merge` → `lodash-es`; `@scope/name/part` → `@scope/name`. */
export function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

const brackets = "[()[\\]{}<>]|</";

export const canonicalFaults: readonly CanonicalFault[] = [
  {
    leaves: ["dependency/missing"],
    pattern: /(?:module|package|import|resolve|resource) ["'`](?<name>[^"'`]+)["'`]/,
    text: ({ name = "" }) => `missing package ${packageOf(name.replace(/(?<=.)@[^/]*$/, ""))}`,
  },
  {
    leaves: ["dependency/types-missing"],
    pattern: /(?:module|for|file for) ["'`](?<name>[^"'`]+)["'`]/,
    text: ({ name = "" }) => `missing types of ${packageOf(name)}`,
  },
  {
    leaves: ["dependency/lockfile"],
    pattern: /(?:)/,
    text: () => "the lockfile does not match package.json",
  },
  {
    leaves: ["dependency/version-conflict"],
    pattern: /No matching version found for (?<name>@?[^@\s]+)@/,
    text: ({ name = "" }) => `no such version of ${name}`,
  },
  {
    leaves: ["dependency/peer"],
    pattern: /peer (?<name>@?[^@\s"]+)@.* from (?<from>@?[^@\s]+)@/,
    text: ({ name, from }) => `${from} wants another ${name}`,
  },
  {
    leaves: ["runtime/import"],
    pattern: /\.[cm]?tsx?['"].* casing|differs .* only in casing/i,
    text: () => "import in wrong case",
  },
  {
    leaves: ["runtime/import"],
    pattern: /Cannot find module|Could not resolve|Can't resolve|Failed to resolve|Cannot resolve|Failed to load url/,
    text: () => "imported file does not exist",
  },
  {
    leaves: ["runtime/export"],
    pattern: /has no default export|"default" is not exported|No default export found|export named 'default'/,
    text: () => "default import of a module without one",
  },
  {
    leaves: ["runtime/export"],
    pattern: /declares ['"].*['"] locally, but/,
    text: () => "imported name is declared but not exported",
  },
  {
    leaves: ["runtime/export"],
    pattern: /Did you mean to use 'import \w+ from|can only be default-imported/,
    text: () => "named import of a default export",
  },
  { leaves: ["runtime/export"], pattern: /exported member (?:named )?.*Did you mean '/, text: () => "misspelt import" },
  {
    leaves: ["runtime/export"],
    pattern: /is not exported (?:by|from)|has no exported member|does not provide an export named/,
    text: () => "imported name is not exported",
  },
  {
    leaves: ["type/unused"],
    pattern: /unused|never (?:read|used)/i,
    text: (_, { code }) => (code === "TS6198" ? "unused destructuring" : "unused name"),
  },
  {
    leaves: ["syntax/parse", "syntax/unexpected-token", "syntax/unexpected-end"],
    pattern: /closing tag/,
    text: (_, { message }) =>
      /no corresponding/.test(message) ? "JSX element is not closed" : "JSX element is closed by another tag",
  },
  {
    leaves: ["syntax/unexpected-token", "syntax/unexpected-end", "syntax/parse"],
    pattern: new RegExp(
      `^['\`](?<one>${brackets})['\`] expected|^Expected ['\`](?<two>${brackets})['\`] but found|^Expected .* or ['\`](?<three>${brackets})['\`] but found`,
    ),
    text: ({ one, two, three }) => `${one ?? two ?? three} is missing`,
  },
  {
    leaves: ["syntax/unexpected-end", "syntax/unexpected-token"],
    pattern: /Unterminated (?<what>string|template|regular|comment|regexp)/i,
    text: ({ what = "" }) => `unterminated ${what.toLowerCase()}`,
  },
  {
    leaves: ["syntax/unexpected-token"],
    pattern: /^Unexpected token$|^Declaration or statement expected|^Expression expected|^Unexpected token[,.]? /,
    text: () => "unexpected token",
  },
  {
    leaves: ["type/missing-property"],
    pattern: /does not exist on type .* Did you mean ['"`]/,
    text: () => "misspelt member",
  },
  {
    leaves: ["syntax/parse"],
    pattern: /await.* only .*async functions/,
    text: () => "await outside of an async function",
  },
  {
    leaves: ["runtime/missing-env"],
    pattern: /\b(?<name>[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\b(?=[^A-Z]*$)/,
    text: ({ name = "" }) => `environment variable ${name} is missing`,
  },
  { leaves: ["resource/memory"], pattern: /(?:)/, text: () => "out of memory" },
  { leaves: ["resource/disk"], pattern: /(?:)/, text: () => "disk is full" },
  { leaves: ["resource/port"], pattern: /(?:)/, text: () => "port is in use" },
  { leaves: ["network/registry"], pattern: /(?:)/, text: () => "the package registry does not answer" },
];

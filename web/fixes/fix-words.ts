// What the page says of a fix. Pure.
import type { KnownFix } from "../lib/api-types.ts";

const categories: Readonly<Record<string, string>> = {
  configuration: "Configuration",
  dependency: "Dependency",
  network: "Network",
  resource: "Resources",
  runtime: "At run time",
  syntax: "Syntax",
  type: "Types",
  unknown: "Unknown",
};

/** `type/missing-property` → "Types: missing property". */
export function kindInWords(kind: string): string {
  const [category = "", leaf = ""] = kind.split("/");
  const named = categories[category] ?? category;
  return leaf === "" ? named : `${named}: ${leaf.replaceAll("-", " ")}`;
}

const origins: Readonly<Record<KnownFix["origin"], string>> = {
  rule: "Made by a rule",
  model: "Made by a model",
  person: "Made by a person",
};

export function originInWords({ origin, borrowed }: Pick<KnownFix, "origin" | "borrowed">): string {
  return borrowed ? "Helped in other workspaces before" : origins[origin];
}

export interface SummaryPart {
  readonly text: string;
  readonly isCode: boolean;
}

/** What stands in backticks is code. */
export function codeParts(summary: string): SummaryPart[] {
  return summary
    .split("`")
    .map((text, at) => ({ text, isCode: at % 2 === 1 }))
    .filter(({ text }) => text !== "");
}

import type { z } from "@hono/zod-openapi";

/** zod's own words about an issue, for people; a message that a schema gives stays. */
export function plainMessage(issue: z.core.$ZodIssue): string {
  if (!/^(?:Too big|Too small|Invalid input)\b/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "too_big":
      return issue.origin === "string"
        ? `Use at most ${counted(issue.maximum, "character")}.`
        : isList(issue.origin)
          ? `Give at most ${counted(issue.maximum, "entry")}.`
          : `It may be at most ${issue.maximum}.`;
    case "too_small":
      return issue.origin === "string"
        ? `Use at least ${counted(issue.minimum, "character")}.`
        : isList(issue.origin)
          ? `Give at least ${counted(issue.minimum, "entry")}.`
          : `It has to be at least ${issue.minimum}.`;
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? "It is missing."
        : `It has to be ${expected(issue.expected)}.`;
    default:
      return issue.message;
  }
}

const isList = (origin: string): boolean => origin === "array" || origin === "set";

const counted = (count: number | bigint, noun: string): string =>
  `${count} ${count === 1 ? noun : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;

const names: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};
const expected = (type: string): string => names[type] ?? `of the type ${type}`;

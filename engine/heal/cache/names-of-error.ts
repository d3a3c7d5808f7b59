// What an error names, as the holes of a fix call it.
import { normaliseMessage } from "../signature/normalise-message.ts";
import type { StructuredError } from "../structured-error.ts";

export interface ErrorNames {
  /** The message with letters for names: two errors of one form mean the same by the same letter. */
  readonly form: string;
  /** Hole → what the error calls by it. */
  readonly holes: ReadonlyMap<string, string>;
}

const mostNames = 26;
const quotedPath = /["'`](?<path>(?:\.{1,2}\/|@?[\w-]+\/?)[^"'`\s]*)["'`]/g;

export function namesOfError({ tool, code, message }: StructuredError): ErrorNames {
  const { text, names } = normaliseMessage(message);
  const holes = new Map<string, string>();
  // Later names share the last letter of the message's form; by letter they would not be told apart.
  for (const [index, name] of names.slice(0, mostNames - 1).entries()) holes.set(String.fromCharCode(65 + index), name);
  const paths = [...message.matchAll(quotedPath)].flatMap(({ groups }) => groups?.["path"] ?? []);
  for (const [index, path] of paths
    .filter((each) => each.includes("/"))
    .slice(0, 10)
    .entries())
    holes.set(`path${index}`, path);
  return { form: `${tool} ${code ?? ""} ${text}`, holes };
}

import type { StructuredError } from "../structured-error.ts";
import { offsetOf } from "../syntax/places.ts";
import type { Token } from "./split-tokens.ts";

/** The token that an error points at, or the next one; null without a place. */
export function tokenAt(
  tokens: readonly Token[],
  text: string,
  { line, column }: Pick<StructuredError, "line" | "column">,
): number | null {
  const offset = line === null ? null : offsetOf(text, line, column ?? 1);
  if (offset === null) return null;
  const index = tokens.findIndex(({ to }) => to > offset);
  return index < 0 ? tokens.length : index;
}

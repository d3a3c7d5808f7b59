// What a regeneration could not bring together by lines, for a coder who can: what stands in a file, and what the generator
// writes there now. Pure.
import type { KeptFile } from "#engine/merge/kept.ts";

const longestFile = 6_000;

/** `generated`: as the generator writes it now. Null when there is nothing that a coder could do. */
export function describeUnmerged(
  kept: readonly KeptFile[],
  generated: ReadonlyMap<string, string>,
  mayWrite: (path: string) => boolean,
): string | null {
  const parts = kept
    .filter(({ path }) => mayWrite(path))
    .flatMap(({ path, reason, places }) => {
      if (reason === "conflict")
        return places.map(
          ({ line, key, yours, proposed }) =>
            `${path}${line === null ? ` ${key ?? ""}` : `:${line}`}\nIt stands:\n${yours || "(nothing)"}\nThe generator writes:\n${proposed || "(nothing)"}`,
        );
      const text = reason === "twin" ? generated.get(path) : undefined;
      return text === undefined
        ? []
        : [
            `${path} as a whole: the generator has begun to write a file of this name, and the one that was there stands.\nThe generator writes:\n${text.slice(0, longestFile).toWellFormed()}`,
          ];
    });
  return parts.length === 0 ? null : parts.join("\n\n");
}

import type { ListedVersion } from "../../lib/api-types.ts";

const words: Record<ListedVersion["source"], (name: string) => string> = {
  generation: (name) => `Agents, for ${name}`,
  edit: (name) => `${name}, by hand`,
  rollback: (name) => `${name}, going back`,
  push: (name) => `${name}, by git`,
  fork: (name) => name,
};

/** Who wrote a version: the agents at somebody's wish, or a person and how. */
export const writerOf = ({ source, authorName }: Pick<ListedVersion, "source" | "authorName">): string =>
  words[source](authorName);

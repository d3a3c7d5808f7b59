// What a regeneration left as the user has it although the generator wrote something else, and what it proposed there.

export type KeptReason =
  /** Both changed the same lines or keys; the user's stand. */
  | "conflict"
  /** The user deleted the file; the generator would have changed it. */
  | "deleted"
  /** The generator no longer writes this file; the user had changed it. */
  | "no-longer-generated"
  /** User and generator each made a file of this name. */
  | "twin"
  /** Not text, or too long to merge line by line. */
  | "unmergeable"
  /** A lockfile is made by the package manager, never by merging. */
  | "lockfile"
  /** The merged text did not build, so the user's stands as it was. */
  | "kept-whole"
  /** The app did not build with this file, which the generator no longer writes: it is in the proposals, not in the tree. */
  | "set-aside";

export interface KeptPlace {
  /** 1-based, in the merged file; null for a key of a JSON file. */
  line: number | null;
  /** Path of the key in a JSON file, dots between its parts. */
  key?: string;
  /** At most `longestQuote` characters each; empty where that side has nothing. */
  yours: string;
  proposed: string;
}

export interface KeptFile {
  path: string;
  reason: KeptReason;
  /** Empty when the file as a whole was kept. */
  places: KeptPlace[];
}

const longestQuote = 2_000;

export const quoted = (text: string): string =>
  text.length <= longestQuote ? text : `${text.slice(0, longestQuote - 1)}…`;

/** A file kept as a whole is one place. */
export const countPlaces = (files: readonly Pick<KeptFile, "places">[]): number =>
  files.reduce((sum, file) => sum + Math.max(1, file.places.length), 0);

// Which of several errors is the cause, and which only followed. An error goes below an earlier cause when repairing that
// cause would make it disappear; what remains is ordered by how much usually hangs on it.
import { classifyError } from "../classify/classify-error.ts";
import type { Leaf } from "../classify/taxonomy.ts";
import type { StructuredError } from "../structured-error.ts";

/** Earlier comes first. A leaf that is not named ranks with its category. */
const order: readonly string[] = [
  "resource",
  "network",
  "configuration",
  "dependency",
  "syntax",
  "runtime/missing-env",
  "runtime/import",
  "runtime/export",
  "runtime/boundary",
  "type/undefined-name",
  "runtime/file-not-found",
  "runtime/permission",
  "type/missing-property",
  "type/mismatch",
  "type/generic-constraint",
  "type/null",
  "type",
  "runtime/exception",
  "runtime/test-failure",
  "type/unused",
  "type/lint",
  "unknown",
];

function rankOf(leaf: Leaf): number {
  const exact = order.indexOf(leaf);
  return exact >= 0 ? exact : order.indexOf(leaf.slice(0, leaf.indexOf("/")));
}

interface Judged {
  readonly error: StructuredError;
  readonly leaf: Leaf;
  /** The first name that its message quotes, read once: each error is compared with many. */
  readonly name: string | undefined;
  /** Of whose type a member is said to be missing. */
  readonly owner: string | undefined;
}

/** Whether `effect` would go with `cause`. `cause` ranks no later than `effect`. */
type Follows = (cause: Judged, effect: Judged) => boolean;

const inSameFile = (one: StructuredError, other: StructuredError): boolean =>
  one.file !== null && one.file === other.file;

const quoted = (message: string): string | undefined => /['"`]([^'"`]+)['"`]/.exec(message)?.[1];

const typeIn = (message: string): string | undefined => /on type '(.+)'/.exec(message)?.[1];

const meantBy = (message: string): string | undefined => /Did you mean ['"`]([^'"`]+)['"`]/.exec(message)?.[1];

/** What the linter's and the compiler's words for one fault have in common: the place. */
const inSamePlace = (one: StructuredError, other: StructuredError): boolean =>
  inSameFile(one, other) && one.line !== null && one.line === other.line;

const follows: readonly Follows[] = [
  // A file that cannot be read has no other faults worth reading.
  (cause, effect) => cause.leaf.startsWith("syntax/") && inSameFile(cause.error, effect.error),
  // The same missing package, export, name or member, said once a place.
  (cause, effect) =>
    cause.leaf === effect.leaf &&
    cause.error.code === effect.error.code &&
    cause.error.message === effect.error.message &&
    !cause.leaf.startsWith("type/unused") &&
    cause.leaf !== "type/lint",
  // Several tools, or several rules of one, about one place.
  (cause, effect) => inSamePlace(cause.error, effect.error) && cause.error.tool !== effect.error.tool,
  // What could not be imported has no type: its uses are implicitly any, its members unknown, itself unused.
  (cause, effect) =>
    (isModule(cause.leaf) || cause.leaf === "type/undefined-name") &&
    inSameFile(cause.error, effect.error) &&
    (/^TS(?:7006|7031|7053|18046|2339|2571)$/.test(effect.error.code ?? "") || inSamePlace(cause.error, effect.error)),
  // A name that was misspelt where it was used leaves the right one unused.
  (cause, effect) =>
    cause.leaf === "type/undefined-name" &&
    effect.leaf === "type/unused" &&
    inSameFile(cause.error, effect.error) &&
    meantBy(cause.error.message) === effect.name,
  // One machine fault stops everything.
  (cause) => cause.leaf.startsWith("resource/") || cause.leaf === "configuration/json",
  // A member that was renamed: the same name is missing wherever it is used.
  (cause, effect) =>
    cause.leaf === "type/missing-property" &&
    effect.leaf.startsWith("type/") &&
    cause.name !== undefined &&
    cause.name === effect.name,
  // Several members of one value, which is a promise, say, and not yet what it will be.
  (cause, effect) =>
    cause.leaf === "type/missing-property" &&
    cause.error.code === effect.error.code &&
    inSamePlace(cause.error, effect.error) &&
    cause.owner !== undefined &&
    cause.owner === effect.owner,
  // Where a member is unknown, so is what callbacks over it get.
  (cause, effect) =>
    cause.leaf === "type/missing-property" &&
    /^TS70(?:06|31)$/.test(effect.error.code ?? "") &&
    inSameFile(cause.error, effect.error),
  // A suite that could not load says the cause of another suite.
  (cause, effect) =>
    cause.error.tool === "vitest" && effect.error.tool === "vitest" && inSamePlace(cause.error, effect.error),
];

const isModule = (leaf: Leaf): boolean =>
  leaf.startsWith("dependency/") || leaf === "runtime/import" || leaf === "runtime/export";

/** Causes first, each with what follows from it. */
export function groupCascades(errors: readonly StructuredError[]): StructuredError[] {
  const judged = errors
    .map((error, index) => ({
      error,
      leaf: classifyError(error).leaf,
      name: quoted(error.message),
      owner: typeIn(error.message),
      index,
    }))
    .sort((one, other) => rankOf(one.leaf) - rankOf(other.leaf) || one.index - other.index);
  const causes: { all: [Judged, ...Judged[]] }[] = [];
  for (const each of judged) {
    // What follows from something that followed is of the same cause.
    const cause = causes.find((candidate) => candidate.all.some((one) => follows.some((rule) => rule(one, each))));
    if (cause === undefined) causes.push({ all: [each] });
    else cause.all.push(each);
  }
  return causes.map(({ all: [cause, ...effects] }) => ({
    ...cause.error,
    related: [...cause.error.related, ...effects.flatMap(({ error }) => [error, ...error.related])],
  }));
}

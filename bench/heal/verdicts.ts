// Repaired apps that pass everything and are not the scaffold again, read by a person: does the app do what it did? Tests
// cannot say it of what they do not test.

interface Verdict {
  readonly seed: number;
  readonly digest: string;
  /** `unnoticed`: the repair is right, and another fault is left that no step of a generation sees. */
  readonly verdict: "same" | "wrong" | "unnoticed";
  readonly why: string;
}

const verdicts: readonly Verdict[] = [
  {
    seed: 6,
    digest: "24696fb7e13a6c07",
    verdict: "same",
    why: "the bracket stands a line later, behind a trailing comma",
  },
  { seed: 18, digest: "2167b676f3d368e5", verdict: "same", why: "a comment stays, as JSX writes it" },
  { seed: 20, digest: "f3c67126ac98432c", verdict: "same", why: "the type of an answer is worked out instead of said" },
  {
    seed: 33,
    digest: "69b9e5c8db2ffbeb",
    verdict: "same",
    why: "a type is imported by .tsx, which leads to the same file",
  },
  { seed: 67, digest: "31fa0a52a67712c2", verdict: "same", why: "one line is indented less" },
  { seed: 69, digest: "58a1602afbb7fe73", verdict: "same", why: "one line is indented less" },
  {
    seed: 58,
    digest: "f64a85076513ffe5",
    verdict: "same",
    why: "a row is asked for by === undefined instead of by !, which rows cannot tell apart",
  },
  { seed: 68, digest: "12551bf4a25ca639", verdict: "unnoticed", why: "a page of Next.js has no default export" },
  { seed: 78, digest: "5bef69af43d0b79a", verdict: "same", why: "Tailwind 4 takes the directives; a type by .tsx" },
  {
    seed: 83,
    digest: "ae1f6b96c9a41313",
    verdict: "same",
    why: "the package that is used is added; all else is the scaffold",
  },
  { seed: 85, digest: "9f4edd28caf3b64b", verdict: "same", why: "a parameter that nobody passes has an underscore" },
  { seed: 86, digest: "0391822918f42759", verdict: "same", why: "the package that was declared is locked" },
  { seed: 94, digest: "a446a3a1f4e6340e", verdict: "same", why: "the package that was declared is locked" },
  { seed: 1003, digest: "45bc8c993f4d9c8e", verdict: "unnoticed", why: "a page of Next.js has no default export" },
  { seed: 1007, digest: "c891a82569423718", verdict: "same", why: "the variable that the app asks for is declared" },
  {
    seed: 1007,
    digest: "f112f849dd35f07e",
    verdict: "same",
    why: "the variable that the app asks for is declared",
  },
  {
    seed: 1008,
    digest: "b339aa935ee00d01",
    verdict: "same",
    why: "a comment stays, as JSX writes it",
  },
  { seed: 1012, digest: "e045887a59b15e7b", verdict: "same", why: "a comment stays, as JSX writes it" },
  {
    seed: 1015,
    digest: "f112f849dd35f07e",
    verdict: "same",
    why: "the variable that the app asks for is declared",
  },
  { seed: 1019, digest: "2953c02d9fb1f697", verdict: "same", why: "the package that was declared is locked" },
  { seed: 1028, digest: "a6cb26736e217107", verdict: "same", why: "an empty line at the end" },
  { seed: 1041, digest: "1c235433be933c12", verdict: "same", why: "an empty line at the end" },
];

/** Null where nobody has read it. */
export function findVerdict(seed: number, digest: string): Verdict["verdict"] | null {
  return verdicts.find((each) => each.seed === seed && each.digest === digest)?.verdict ?? null;
}

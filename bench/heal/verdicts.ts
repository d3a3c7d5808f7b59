// Repaired apps that pass everything and are not the scaffold again, read by a person: does the app do what it did? Tests
// cannot say it of what they do not test.

interface Verdict {
  readonly seed: number;
  readonly digest: string;
  readonly verdict: "same" | "wrong";
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
];

/** Null where nobody has read it. */
export function findVerdict(seed: number, digest: string): Verdict["verdict"] | null {
  return verdicts.find((each) => each.seed === seed && each.digest === digest)?.verdict ?? null;
}

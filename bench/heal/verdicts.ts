// Repaired apps that pass everything and are not the scaffold again, read by a person: does the app do what it did? Tests
// cannot say it of what they do not test.

type Verdict =
  | "same"
  | "wrong"
  /** The repair is right, and another fault is left that no step of a generation sees. */
  | "unnoticed";

interface Judged {
  readonly verdict: Verdict;
  readonly why: string;
  /** `seed digest` of what was read. */
  readonly read: readonly string[];
}

const judged: readonly Judged[] = [
  {
    verdict: "same",
    why: "the bracket stands a line further, or behind a trailing comma",
    read: ["6 24696fb7e13a6c07", "154 8bcc7103b358ec68", "1079 8c2b5274b3d85294"],
  },
  {
    verdict: "same",
    why: "a comment stays, as JSX writes it",
    read: [
      "18 2167b676f3d368e5",
      "1008 b339aa935ee00d01",
      "1012 e045887a59b15e7b",
      "146 e7f353b1f53cab7a",
      "1071 d2075841ac6ac469",
    ],
  },
  { verdict: "same", why: "the type of an answer is worked out instead of said", read: ["20 f3c67126ac98432c"] },
  { verdict: "same", why: "a type is imported by .tsx, which leads to the same file", read: ["33 69b9e5c8db2ffbeb"] },
  { verdict: "same", why: "one line is indented less", read: ["67 31fa0a52a67712c2", "69 58a1602afbb7fe73"] },
  {
    verdict: "same",
    why: "a row is asked for by === undefined instead of by !, which rows cannot tell apart",
    read: ["58 f64a85076513ffe5"],
  },
  {
    verdict: "unnoticed",
    why: "a page of Next.js has no default export",
    read: ["68 12551bf4a25ca639", "1003 45bc8c993f4d9c8e"],
  },
  { verdict: "same", why: "Tailwind 4 takes the directives; a type by .tsx", read: ["78 5bef69af43d0b79a"] },
  {
    verdict: "same",
    why: "the package that is used is added; all else is the scaffold",
    read: ["83 ae1f6b96c9a41313", "137 cfd1c8860b28d930", "1062 1c643bc94c2f6999"],
  },
  {
    verdict: "same",
    why: "a parameter that nobody passes has an underscore",
    read: ["85 9f4edd28caf3b64b", "8 d9d6ed8f77081aef", "153 223b371deb5485c8"],
  },
  {
    verdict: "same",
    why: "the package that was declared is locked",
    read: ["86 0391822918f42759", "94 a446a3a1f4e6340e", "1019 2953c02d9fb1f697"],
  },
  {
    verdict: "same",
    why: "the variable that the app asks for is declared",
    read: ["1007 c891a82569423718", "1007 f112f849dd35f07e", "1015 f112f849dd35f07e", "163 dcc66c9fb5792995"],
  },
  {
    verdict: "same",
    why: "an empty line at the end",
    read: [
      "1028 a6cb26736e217107",
      "1041 1c235433be933c12",
      "116 b5b394c9ecbd2039",
      "129 a6cb26736e217107",
      "1054 a6cb26736e217107",
      "1052 d9b211d0bd62d165",
    ],
  },
  {
    verdict: "same",
    why: "a component asks once whether to end early, below its hooks; it never does",
    read: ["3 965dcc3b17f839fd", "19 5cfd3d6b0b3148d2", "72 965dcc3b17f839fd", "1078 cb7b0958d467f9b7"],
  },
  {
    verdict: "unnoticed",
    why: "a limit is three characters higher",
    read: ["108 8918ab8adf8608ce", "1068 38919aff4c1754cb"],
  },
];

/** Null where nobody has read it. */
export function findVerdict(seed: number, digest: string): Verdict | null {
  return judged.find(({ read }) => read.includes(`${seed} ${digest}`))?.verdict ?? null;
}

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
      "1008 4c3994fda2d2607d",
      "18 65c8234f5e5a9862",
      "175 1952325e872893cc",
      "1100 d457d030397b42ed",
      "146 e7f353b1f53cab7a",
      "1071 d2075841ac6ac469",
    ],
  },
  { verdict: "same", why: "the type of an answer is worked out instead of said", read: ["20 f3c67126ac98432c"] },
  {
    verdict: "same",
    why: "one line is indented otherwise",
    read: ["189 aa239e016fb5014e", "67 31fa0a52a67712c2", "69 58a1602afbb7fe73"],
  },
  {
    verdict: "same",
    why: "the package that is used is added; all else is the scaffold",
    read: ["83 b6cbdd29a2cb9a41", "83 c8b612127bce291f", "137 cfd1c8860b28d930", "1062 1c643bc94c2f6999"],
  },
  {
    verdict: "same",
    why: "a parameter that nobody passes has an underscore",
    read: ["8 58ef43665c108309", "85 9f4edd28caf3b64b", "153 223b371deb5485c8"],
  },
  {
    verdict: "same",
    why: "the package that was declared is locked",
    read: ["86 0391822918f42759", "94 a446a3a1f4e6340e", "1019 2953c02d9fb1f697"],
  },
  {
    verdict: "same",
    why: "the variable that the app asks for is declared",
    read: [
      "170 133f7446fa6d2d60",
      "177 3595231ef3919713",
      "182 7be5baeeb5d3a05b",
      "1095 7be5baeeb5d3a05b",
      "1102 f112f849dd35f07e",
      "1007 f112f849dd35f07e",
      "1015 f112f849dd35f07e",
      "163 dcc66c9fb5792995",
    ],
  },
  {
    verdict: "same",
    why: "an empty line at the end",
    read: [
      "129 28442a0336d61c1d",
      "1028 28442a0336d61c1d",
      "1054 28442a0336d61c1d",
      "1023 ace6832749ba96c1",
      "1041 e2d168c2cecb5018",
      "116 b5b394c9ecbd2039",
      "1052 d9b211d0bd62d165",
    ],
  },
  {
    verdict: "same",
    why: "a component asks once whether to end early, below its hooks; it never does",
    read: [
      "1078 0013a7e8e917e943",
      "13 cb7812f46c638ac2",
      "1078 9a1056b471c3779e",
      "17 9728b17dd6b590b6",
      "202 1e8ad072cdf35b97",
      "1013 f40c6053c622f6fa",
      "3 965dcc3b17f839fd",
      "72 965dcc3b17f839fd",
    ],
  },
  { verdict: "same", why: "an import stands at another place of its list", read: ["10 774143de63b2dc59"] },
  { verdict: "same", why: "a prop stands a line earlier", read: ["19 2fb2acea8808f4e7"] },
  { verdict: "same", why: "types are imported one by one", read: ["1058 ff660c5d0ada8287"] },
  { verdict: "unnoticed", why: "a field lost the name by which people hear it", read: ["168 ffab65d43f856805"] },
  { verdict: "same", why: "a type that is worked out is written down as well", read: ["118 86fb0dfd9a93aed3"] },
  { verdict: "same", why: "the end of a style sheet closes its last block", read: ["173 28442a0336d61c1d"] },
  { verdict: "unnoticed", why: "a comparison is turned", read: ["183 c5672052b933926c"] },
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

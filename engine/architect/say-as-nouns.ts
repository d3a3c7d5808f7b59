// "…, where each one is stored and who borrowed it last": what people ask of a thing in half a sentence becomes the noun
// that a list of fields would have. Only after a comma, a joiner or "with", so that whole sentences stay as they are.

const thing = "(?:each(?: one| of them)?|it|they|he|she|we|i|you|them|every \\w+|the \\w+)";
const opens = "(?<=^|, |,|\\band |\\bwith |\\bor |: |\\bof )";

const rules: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [new RegExp(`${opens}where ${thing} (?:was|were) (?:bought|purchased)`, "gi"), "shop"],
  [new RegExp(`${opens}where ${thing} lives?`, "gi"), "address"],
  [
    new RegExp(
      `${opens}where ${thing}(?: is| are| was| were| stands?| belongs?)(?: (?:kept|stored|located|found|put))?`,
      "gi",
    ),
    "location",
  ],
  [
    new RegExp(
      `${opens}who (?:last )?(\\w+ed|has|paid|made|wrote|bought|found|took|owns|gave|lent)(?: (?:it|them|that|each))?(?: last)?(?= ?(?:[,.;]|and |$))`,
      "gi",
    ),
    (_, verb = "") => `${actors.get(verb.toLowerCase()) ?? `${verb.toLowerCase()} by`}`,
  ],
  [
    new RegExp(`${opens}when ${thing} (?:was|were|is|are) (?:last )?(\\w+(?:ed|ught|ne|nt|ken|en|ut))(?: last)?`, "gi"),
    (_, verb = "") => `${verb.toLowerCase()} on`,
  ],
  [new RegExp(`${opens}when ${thing} (?:expires?|ends?)`, "gi"), "expires on"],
  [new RegExp(`${opens}when ${thing} (?:starts?|begins?)`, "gi"), "start date"],
  [
    new RegExp(
      `${opens}how often(?: ${thing})?(?: needs?| must| should| have to| has to)?[^,.;]{0,30}?(?= ?(?:[,.;]| and |$))`,
      "gi",
    ),
    "frequency",
  ],
  [new RegExp(`${opens}(?:how much|what) ${thing} (?:costs?|cost)`, "gi"), "cost"],
  [new RegExp(`${opens}(?:how much|what) ${thing} paid`, "gi"), "price paid"],
  [new RegExp(`${opens}how much ${thing} weighs?`, "gi"), "weight"],
  [new RegExp(`${opens}how long ${thing} (?:takes?|lasts?|took|lasted|was|were)`, "gi"), "duration"],
  [new RegExp(`${opens}how (?:good|well) [^,.;]{0,30}?(?= ?(?:[,.;]| and |$))`, "gi"), "rating"],
  [
    new RegExp(`${opens}how many (\\w+)(?: ${thing}[^,.;]{0,20}?)?(?= ?(?:[,.;]| and |$))`, "gi"),
    (_, noun = "") => `number of ${noun}`,
  ],
];

const actors = new Map([
  ["has", "holder"],
  ["owns", "owner"],
  ["wrote", "written by"],
  ["took", "taken by"],
  ["gave", "given by"],
  ["lent", "lent by"],
]);

export function sayAsNouns(text: string): string {
  let said = text;
  for (const [pattern, noun] of rules)
    said = typeof noun === "string" ? said.replaceAll(pattern, noun) : said.replaceAll(pattern, noun);
  return said;
}

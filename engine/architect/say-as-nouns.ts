// "…, where each one is stored and who borrowed it last": what people ask of a thing in half a sentence becomes the noun
// that a list of fields would have. Only after a comma, a joiner or "with", so that whole sentences stay as they are.

const thing =
  "(?:each(?: one| of them| \\w+)?|it|they|he|she|we|i|you|them|every \\w+|the \\w+|(?:their|his|her|our|my) \\w+)";
const opens = "(?<=^|, |,|\\band |\\bwith |\\bor |: |\\bof |; |[-–—(] ?|\\bto know |\\bto see )";
const ends = "(?= ?(?:[,.;:)?!–—]| - | and | or |$))";
const is = "(?:['’]?s| is| are| was| were| has been| have been)";

/** What follows "what" or "which" is a noun unless it is one of these. */
const noNoun =
  "(?!(?:is|are|was|were|has|have|had|can|could|may|must|should|will|would|do|does|did|to|the|a|an|it|its|they|he|she|we|i|you|one|ones|if|when|people|happened|happens|else|not|in|on|at|of|for|goes|broke|ran|went|got|left|\\w+ed)\\b)";

type Say = string | ((...found: string[]) => string);

const asked = (pattern: string, noun: Say): readonly [RegExp, Say] => [new RegExp(`${opens}${pattern}`, "gi"), noun];

const rules: readonly (readonly [RegExp, Say])[] = [
  [/\bconsists? of\b/gi, "has"],
  [/\bform asks for\b/gi, "form has"],
  [
    /^(?:for (?:each|every|any|a|an)|per) ([\w-]+(?: (?!(?:we|i|they|you|it|the)\b)[\w-]+)?),? (?:we|i|they|you|it|the (?:app|tool|system))? ?(?:should |must |would |also |want to |need to |like to )*(?:want|need|note|record|store|track|save|keep|log|have|list|capture|show|enter|see)(?: down| track of)?:? /gi,
    (_, noun = "") => `each ${noun} has `,
  ],
  [
    /^what (?:we|i|they) (?:record|note|store|track|keep|save|log|need|want)(?: to (?:know|record|store|track))? (?:per|for each|for every|about each) ([\w-]+(?: [\w-]+)?):/gi,
    (_, noun = "") => `each ${noun} has`,
  ],
  asked(`what${ends}`, "description"),
  asked(`how much${ends}`, "amount"),
  asked(`how many${ends}`, "quantity"),
  asked(`how long${ends}`, "duration"),
  asked(`when${ends}`, "date"),
  asked(`where${ends}`, "location"),
  asked(`why${ends}`, "reason"),
  asked(`(?:from whom|who from|by whom|who by)${ends}`, "from"),
  asked(`where ${thing} (?:was|were) (?:bought|purchased)`, "shop"),
  asked(`where ${thing} (?:found|heard of|heard about|got|comes? from|came from)(?: it| them| us)?${ends}`, "source"),
  asked(`where ${thing} met(?: (?:them|him|her))?${ends}`, "met at"),
  asked(`what ${thing} (?:talked|spoke) about${ends}`, "notes"),
  asked(`when to (?:follow up|call back|contact (?:them|him|her))${ends}`, "follow up date"),
  asked(`where (?:each(?: one| of them)?|it|they|every \\w+|the \\w+) stands?${ends}`, "location"),
  asked(`where ${thing} lives?${ends}`, "address"),
  asked(`where ${thing} (?:meets?|takes? place|took place|happens?|happened|sits?|goes)${ends}`, "location"),
  asked(`where ${thing}(?:['’]s| is| are| was| were| belongs?)(?: (?:kept|stored|located|found|put))?`, "location"),
  asked(`who (?:${thing}${is} for|(?:it|they) (?:is|are) made for)${ends}`, "recipient"),
  asked(`who ${thing} belongs? to${ends}`, "owner"),
  asked(`who(?:['’]s| is| are) (?:responsible|in charge)(?: for (?:it|them))?${ends}`, "responsible person"),
  asked(
    `who (owns|lives|leads|rents|drives|teaches|manages|runs|handles|uses|coaches|brings)(?: (?:it|them|that|each|there|where|here|in (?:it|each)|${thing}))?${ends}`,
    (_, verb = "") => agents.get(verb.toLowerCase()) ?? "owner",
  ),
  asked(
    "who (?:last )?(\\w+ed|has|paid|made|wrote|bought|found|took|owns|gave|lent|did|sent|sold|built|brought|won|drew|drove|taught)(?: (?:it|them|that|each|what))?(?: last)?(?= ?(?:[,.;]|and |$))",
    (_, verb = "") => actors.get(verb.toLowerCase()) ?? `${verb.toLowerCase()} by`,
  ),
  asked(
    `who (\\w{2,}?s) (?:it|them|that|this|what)( up| off| out| in)?${ends}`,
    (_, verb = "", particle = "") => `${pastOf(verb.toLowerCase())}${typeof particle === "string" ? particle : ""} by`,
  ),
  asked(`who(?:['’]s| is| are|) (?:the|our|their) (\\w+)${ends}`, (_, noun = "") => noun),
  asked(`what(?:['’]?s| is| are) (?:the|its|their|his|her) (\\w+(?: \\w+)?)${ends}`, (_, noun = "") => noun),
  asked(`what (?:the|its|their|his|her) (\\w+(?: \\w+)?) (?:is|are|was|were)${ends}`, (_, noun = "") => noun),
  asked(`what ${thing}${is} allergic to${ends}`, "allergies"),
  asked(
    `how (urgent|important|big|large|old|tall|high|deep|wide|far|hard|difficult|expensive|likely|heavy|severe|bad)(?: ${thing}${is}|${is})?${ends}`,
    (_, word = "") => qualities.get(word.toLowerCase()) ?? word,
  ),
  asked(`how ${thing} (?:went|goes|is going)${ends}`, "notes"),
  asked(`how many (?:stars|points out of \\w+)[^,.;]{0,25}?${ends}`, "rating"),
  asked(`when ${thing} (?:returns?|(?:brings?|gives?|hands?)(?: (?:it|them))? back)${ends}`, "due date"),
  asked("when (?:they|he|she) (?:said|promised)[^,.;]{1,20}(?:back|return)(?: it| them)?", "due date"),
  asked(
    `when (?:i|we|they|he|she|you) (?:last )?(saw|met|bought|sold|got|sent|made|paid|took|found|gave|ate|read|began|did)(?: (?:it|them|him|her|last))?${ends}`,
    (_, verb = "") => `${participles.get(verb.toLowerCase()) ?? verb} on`,
  ),
  asked(`when ${thing}${is} due(?: back)?${ends}`, "due date"),
  asked(
    `when ${thing} (?:was|were|is|are) (?:last )?(\\w+(?:ed|ught|ne|nt|ken|en|ut))( (?:up|off|out|back|in|over))?(?: last)?`,
    (_, verb = "", particle = "") => `${verb.toLowerCase()}${typeof particle === "string" ? particle : ""} on`,
  ),
  asked(`when ${thing} (?:expires?|runs? out)`, "expires on"),
  asked("when (?:the|their|his|her|our|my) (\\w+) ends?", (_, noun = "") => `${noun} end date`),
  asked(`when ${thing} ends?`, "end date"),
  asked(`when ${thing} (?:starts?|begins?)`, "start date"),
  asked(`when ${thing} (?:takes? place|took place|happens?|happened|came|come|comes|meets?|met)${ends}`, "date"),
  asked(
    `when (?:i|we|they|he|she|it|you) (?:last )?(\\w+ed)(?: (?:it|them|there|last))?${ends}`,
    (_, verb = "") => `${verb.toLowerCase()} on`,
  ),
  asked(`why ${thing} [^,.;]{1,30}?${ends}`, "reason"),
  asked(
    `how often(?: ${thing})?(?: needs?| must| should| have to| has to)?[^,.;]{0,30}?(?= ?(?:[,.;]| and |$))`,
    "frequency",
  ),
  asked(`(?:how much|what) ${thing} (?:costs?|cost)`, "cost"),
  asked(`(?:how much|what) ${thing} paid`, "price paid"),
  asked(`(?:how much|what) ${thing} (?:pays?|charges?|owes?|owed)${ends}`, "amount"),
  asked(`how much ${thing} weighs?`, "weight"),
  asked(`how much (?:is|are|there is|we have) left${ends}`, "remaining quantity"),
  asked(`how much (?:the|their|his|her) (\\w+) (?:is|are|was|were)${ends}`, (_, noun = "") =>
    amounts.test(noun) ? noun : `${noun} amount`,
  ),
  asked(`how long ${thing} (?:takes?|lasts?|took|lasted|was|were|stays?|stayed|worked|ran|slept|needs?)`, "duration"),
  asked(`how (?:good|well) [^,.;]{0,30}?(?= ?(?:[,.;]| and |$))`, "rating"),
  asked(`how to (?:make|cook|prepare|do|fix|solve|build|treat|care for) (?:it|them)${ends}`, "instructions"),
  asked(`how many (?:are (?:left|in stock)|there are|(?:we|i) have)(?: left| in stock)?${ends}`, "quantity"),
  asked(
    `how many (\\w+)(?: ${thing}[^,.;]{0,20}?| (?:come|came|attend|attended|joined|left|visited|signed up))?(?= ?(?:[,.;]| and |$))`,
    (_, noun = "") => `number of ${noun}`,
  ),
  asked(
    `what(?:['’]?s| is| was| went) (?:wrong|broken|the (?:problem|matter|issue))(?: with (?:it|them))?${ends}`,
    "problem",
  ),
  asked(`what(?:['’]?s| is) missing${ends}`, "missing items"),
  asked(`what (?:happened|was done|we did|they did)${ends}`, "description"),
  asked(`what (?:it['’]?s|it is|they['’]?re|they are) called${ends}`, "name"),
  asked(`what (?:i|we|they|he|she) (?:gave|handed)(?: (?:it|them|him|her|out))?${ends}`, "items given"),
  asked(`what (?:i|we|they|he|she) (?:got|received|brought)(?: (?:it|them|along|in))?${ends}`, "items received"),
  asked(`what goes (?:in|into|in to) (?:it|them)${ends}`, "ingredients"),
  asked(`(?:what|which) (?:kind|type|sort)(?: of (?:\\w+))?(?: ${thing}${is})?${ends}`, "type"),
  // "violations, which house, …": which one of them.
  asked(`which ${noNoun}(\\w*[a-z](?<!s))${ends}`, (_, noun = "") => `the ${noun}`),
  // "what day", "what condition it's in", "what rent they pay", "which experiment it belongs to"
  asked(`(?:which|what) ${noNoun}(\\w*[a-z](?<!s))${ends}`, (_, noun = "") => noun),
  asked(
    `(?:which|what) ${noNoun}(\\w+(?: \\w+)?) (?:it|they|he|she|we|i|each one)(?:['’]s| (?!have|has|had|own)\\w+)(?: (?:in|on|at|to|for|of|from|with))?${ends}`,
    (_, noun = "") => noun,
  ),
  // "whether the photos were delivered", "if its paid", "paid y/n"
  asked(
    `(?:whether|if) (?:or not )?(?:the|their|his|her|its|a|an) (\\w+)(?: is| are| was| were| has been| have been)? (\\w+)${ends}`,
    (_, noun = "", state = "") => `whether ${noun} ${state}`,
  ),
  asked(
    `(?:whether or not|if) (?:it|they|he|she|we|i)(?:['’]?s|['’]re| is| are| was| were)? (\\w+)${ends}`,
    (_, state = "") => `whether ${state}`,
  ),
  asked(`(?:whether|if) its (\\w+)${ends}`, (_, state = "") => `whether ${state}`),
  asked(`(\\w+)(?: or not| \\(?(?:y\\/n|yes\\/no)\\)?)${ends}`, (_, state = "") => `whether ${state}`),
];

const amounts = /^(?:fine|fee|rent|cost|price|deposit|salary|wage|bill|total|tip|debt|budget|balance|fare|discount)$/i;

const qualities = new Map([
  ["urgent", "urgency"],
  ["important", "priority"],
  ["big", "size"],
  ["large", "size"],
  ["old", "age"],
  ["tall", "height"],
  ["high", "height"],
  ["deep", "depth"],
  ["wide", "width"],
  ["far", "distance"],
  ["hard", "difficulty"],
  ["difficult", "difficulty"],
  ["expensive", "price"],
  ["likely", "likelihood"],
  ["heavy", "weight"],
  ["severe", "severity"],
  ["bad", "severity"],
]);

const participles = new Map([
  ["saw", "seen"],
  ["got", "received"],
  ["took", "taken"],
  ["gave", "given"],
  ["ate", "eaten"],
  ["began", "started"],
  ["did", "done"],
]);
const irregular = new Map([
  ["makes", "made"],
  ["does", "done"],
  ["takes", "taken"],
  ["writes", "written"],
  ["buys", "bought"],
  ["pays", "paid"],
  ["sells", "sold"],
  ["sends", "sent"],
  ["gets", "received"],
  ["builds", "built"],
  ["cuts", "cut"],
]);

/** "fixes" → "fixed", "carries" → "carried". */
function pastOf(verb: string): string {
  const known = irregular.get(verb);
  if (known !== undefined) return known;
  const stem = /(?:ss|sh|ch|x|zz)es$/.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1);
  if (stem.endsWith("ie")) return `${stem.slice(0, -2)}ied`;
  return stem.endsWith("e") ? `${stem}d` : `${stem}ed`;
}

/** Who does something all the time, and who did it once. */
const agents = new Map([
  ["lives", "tenant"],
  ["leads", "leader"],
  ["rents", "renter"],
  ["drives", "driver"],
  ["teaches", "teacher"],
  ["manages", "manager"],
  ["runs", "organiser"],
  ["handles", "handled by"],
  ["uses", "used by"],
  ["coaches", "coach"],
  ["brings", "brought by"],
]);
const actors = new Map([
  ["has", "holder"],
  ["owns", "owner"],
  ["wrote", "written by"],
  ["took", "taken by"],
  ["gave", "given by"],
  ["lent", "lent by"],
  ["did", "done by"],
  ["won", "winner"],
  ["drew", "drawn by"],
  ["drove", "driven by"],
]);

export function sayAsNouns(text: string): string {
  let said = text;
  for (const [pattern, noun] of rules)
    said = typeof noun === "string" ? said.replaceAll(pattern, noun) : said.replaceAll(pattern, noun);
  return said;
}

// "I run a small bike workshop and need to track repairs": who asks tells the domain, not what is kept. What the rest of
// the sentence asks for stays, and so does everything that is named again elsewhere.
import { isDomainWord } from "./catalogue-lookup.ts";
import { isPersonNoun } from "./person-nouns.ts";
import type { Clause } from "./read-text.ts";
import { organisations, roleNouns } from "./role-nouns.ts";
import { isPlural } from "./words.ts";

const somebody =
  "(?:(?:my \\w+(?: \\w+)?|me) and (?:i|my \\w+)|i|we|(?:my|our) (?:\\w+ )?(?:team|family|company|group|agency))";
const article = "(?:a|an|the|my|our)";

/** Whatever one of them is, the sentence tells about people. */
const being = new RegExp(
  `^(?:i am|i'm|im|we are|we're) (?:both |(?:organi[sz]ing|hosting|running) )?(?:${article} |(?=\\w+ of )|(?:two|three|four|five|\\d+) )`,
);
/** What is run is where the app will be used; only these leave "of …" to be read: "I run a fleet of trucks". */
const running = new RegExp(
  `^${somebody} (?:also )?(?:run|runs|own|owns|operate|operates|coach|lead|organi[sz]e|started|founded|work (?:at|in|for)|teach (?:at|in)|volunteer (?:at|in|for))(?: and (?:run|own|operate|manage))? ${article} `,
);
/** Much else is had or managed, which is what should be kept. */
const having = new RegExp(`^${somebody} (?:have|has|manage|manages) ${article} `);
const needing = /^(?:my|our) (?=(?:[\w-]+ ){1,3}(?:needs?|wants?|would|is|are|has|have) )/;
const role = /^as (?:a|an|the) /;

const ends = new Set(
  "with that which who where so because i we in need needs want wants for would is are has have".split(" "),
);
const goesOn = new Set(
  "i we need needs want wants would looking have has must keep am are would'd i'd we'd i'm we're we've i've my our".split(
    " ",
  ),
);
const greetings = new Set(["hi", "hello", "hey", "so", "well", "ok", ","]);

const isPlaceOrTeam = (word: string): boolean => organisations.has(word) || isDomainWord(word) || teams.has(word);
const teams = new Set(
  "workshop space campsite campground kitchen department lab laboratory nonprofit ngo kennel nursery daycare dojo marina warehouse factory orchard vineyard ranch pharmacy consultancy choir orchestra congregation group troop".split(
    " ",
  ),
);

/** The clauses, index by index, without what they say of who asks; a clause of nothing else is left empty. */
export function setAsideAsker(clauses: readonly Clause[]): Clause[] {
  // "As a customer I can …, as an admin I can …": who does what in the app.
  const roles = clauses.filter(({ tokens }) => role.test(spell(tokens))).length;
  let first = true;
  return clauses.map((clause) => {
    const end = askerEnd(clause, roles < 2);
    const tokens = end === 0 ? clause.tokens : clause.tokens.slice(end);
    const said = { ...clause, tokens, first };
    if (tokens.some(({ word }) => word)) first = false;
    return end === 0 && clause.first === said.first ? clause : said;
  });
}

const spell = (tokens: Clause["tokens"]): string => tokens.map(({ lower }) => lower.replace("’", "'")).join(" ");

/** How many tokens at the start are about who asks. */
function askerEnd({ tokens }: Clause, withRole: boolean): number {
  const greeted = tokens.findIndex(({ lower }) => !greetings.has(lower));
  const text = spell(tokens.slice(Math.max(0, greeted)));
  const opening = [being, running, having, needing, ...(withRole ? [role] : [])].find((each) => each.test(text));
  if (opening === undefined) return 0;
  const start = Math.max(0, greeted) + (opening.exec(text)?.[0].trim().split(" ").length ?? 0);
  const isOf = opening === being || opening === role;
  let end = start;
  for (; end < tokens.length; end += 1) {
    const { lower = "", word = false } = tokens[end] ?? {};
    const next = tokens[end + 1]?.lower ?? "";
    if (!word && !["&", "/", '"', "'"].includes(lower)) break;
    if (ends.has(lower) || (lower === "of" && !isOf)) break;
    if ((lower === "and" || lower === "but") && goesOn.has(next)) break;
  }
  const head = tokens[end - 1]?.lower ?? "";
  if (end === start) return 0;
  if (opening === having && !isPlaceOrTeam(head)) return 0;
  if (opening === needing && !isPlaceOrTeam(head)) return 0;
  if (opening === running && isPlural(head)) return 0;
  if (opening === role && !(roleNouns.has(head) || isPersonNoun(head) || isPlaceOrTeam(head))) return 0;
  return end;
}

// What kind of thing a model describes, and where the names of its example rows come from.
import type { ResolvedApp, ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import { inSentence, startsWord, words } from "./naming.ts";
import { companies, firstNames, lastNames } from "./seed-names.ts";
import { tradeOf } from "./seed-goods.ts";
import { menuOf } from "./seed-menu.ts";
import type { ModelKind } from "./seed-prose.ts";
import { kindsOfThings, titlesByKind, titlesByModel } from "./seed-words.ts";

export const nameOf = (key: string): string => words(key).join(" ");

export const saltOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7);

export const at = <Item>(items: readonly Item[], row: number): Item => items[row % items.length] as Item;

const kinds: readonly [ModelKind, RegExp][] = [
  [
    "person",
    /person|people|user|customer|member(?!ship)|employee|staff|contact|patient|student|pupil|guest(?! ?book)|player|tenant|author|doctor|physician|dentist|nurse|driver|volunteer|candidate|lead$|attendee|instructor|trainer|mentor|mentee|learner|backer|farmer|borrower|photographer|musician|curator|rider|climber|hiker|winner|creator|teacher|tutor|coach|agent$|owner|landlord|applicant|participant|donor|freelancer|professor|parent|child|friend|therapist|stylist|barber|lawyer|speaker|worker|reader|subscriber|mechanic|technician|consultant|colleague|neighbou?r|seller|buyer|host$|profile|resident|chef|caregiver/,
  ],
  [
    "organisation",
    /suppl|vendor|compan|organi|client|partner|brand|manufactur|agency|sponsor|charity|shop|store|restaurant|clinic|hospital|employer|publisher|insurer|account|landlord compan/,
  ],
  ["review", /review|feedback|testimonial|comment|rating|message|entry|reply/],
  ["document", /post|article|blog|news|page|document|story|announcement|wiki/],
  ["food", /recipe|meal|dish|food/],
  [
    "event",
    /event|appointment|meeting|session|workshop|conference|concert|booking|reservation|visit|match|fixture|class|lesson|course|shift|trip|tournament|webinar/,
  ],
  ["task", /task|todo|ticket|issue|bug|chore|milestone|activit|reminder|request|project|assignment|deal|goal|habit/],
  [
    "transaction",
    /order|invoice|payment|expense|transaction|movement|transfer|loan|sale|budget|purchase|donation|bill|income|lease|shipment|delivery|rental|prescription/,
  ],
  [
    "place",
    /room|venue|location|propert|apartment|house|flat|office|branch|warehouse|site|stage|hall|school|space|destination/,
  ],
  [
    "thing",
    /product|item|article|asset|equipment|tool|vehicle|car$|book|pet$|animal|dog$|cat$|album|song|artist|band$|playlist|table$/,
  ],
];

export function kindOf(model: ResolvedModel): ModelKind {
  const name = nameOf(model.label);
  const fields = model.fields.map(({ key }) => nameOf(key)).join(" | ");
  // "Order item" is an item and "stock movement" a movement: the last word says what it is.
  for (const text of [name.split(" ").at(-1) ?? "", name]) {
    const kind = kinds.find(([, pattern]) => startsWord(pattern, text))?.[0];
    if (kind === "organisation" && /client|account/.test(text) && startsWord(/birth|first name|gender|company/, fields))
      return "person";
    if (kind) return kind;
  }
  if (startsWord(/birth|first name|surname|gender/, fields)) return "person";
  if (startsWord(/sku|price/, fields)) return "thing";
  if (startsWord(/e ?mail/, fields) && startsWord(/phone/, fields)) return "person";
  if (startsWord(/start|begin|kickoff/, fields)) return "event";
  if (startsWord(/due|deadline/, fields)) return "task";
  return startsWord(/amount|paid/, fields) ? "transaction" : "thing";
}

const personWords =
  /contact(?! (us|info|e|phone|email))|person|author|owner|manager|assign|customer|full name|host|organi[sz]er|instructor|teacher|student|patient|reviewer|created by|reporter|guest|speaker|driver|member(?!ship)|coach|composer|applicant|employee|sender|recipient|doctor|tenant|agent|trainer|director|emergency contact|responsible|requested by|approved by|captain|chef|landlord|lead$|photographer|artist name|participant|player|winner name|holder|bidder|donor|volunteer|candidate|contestant|subscriber|respondent|mentor|mentee|attendee|barber|stylist/;

/** Whether a text field holds a person's name: "contact name", "assigned to". */
export const namesPerson = (field: ResolvedField): boolean => {
  const name = nameOf(field.key);
  return (
    field.type === "text" &&
    startsWord(personWords, name) &&
    !startsWord(
      /e ?mail|phone|id|number|no$|code|note|type|count|address|status|title|role|method|info|city|comment|relation/,
      name,
    )
  );
};

const isPlainName = (name: string): boolean =>
  /^(full |display |first |last |given |family )?(name|surname)$/.test(name);

const nonHumanNames = /artist|band|musician|performer|singer|group|team/;

export interface SeedContext {
  readonly app: ResolvedApp;
  /** Words of the app's models, name and summary. */
  readonly text: string;
  /** By the key of a model, or of a model and a field: which people it shows. */
  readonly blocks: ReadonlyMap<string, number>;
  /** By the key of a model of organisations. */
  readonly firms: ReadonlyMap<string, number>;
}

const blockSize = 12;
const blockCount = firstNames.length / blockSize;

/** Also what a person sends with a name and an address: a message, a request. */
export const isPerson = (model: ResolvedModel): boolean => {
  const kind = kindOf(model);
  const isSigned =
    model.fields.some(({ key, type }) => type === "text" && isPlainName(nameOf(key))) &&
    model.fields.some(({ type }) => type === "email");
  return kind === "person"
    ? !startsWord(nonHumanNames, nameOf(model.label).split(" ").at(-1) ?? "")
    : isSigned && (kind === "review" || kind === "transaction" || kind === "task");
};

/** Names are handed out by key, not by position: moving a model or a field changes nobody. */
export function seedContext(app: ResolvedApp): SeedContext {
  const keys = app.models.flatMap((model) => [
    ...(isPerson(model) ? [model.key] : []),
    ...model.fields.filter(namesPerson).map((field) => `${model.key}.${field.key}`),
  ]);
  const taken = new Set<number>();
  const blocks = new Map<string, number>();
  // Models before single fields, so that they get the blocks without a shared first name.
  for (const key of keys.sort((a, b) => Number(a.includes(".")) - Number(b.includes(".")) || (a < b ? -1 : 1))) {
    let block = saltOf(key) % blockCount;
    if (taken.size >= blockCount) block += Math.floor(taken.size / blockCount) * blockCount;
    while (taken.has(block)) block = taken.size < blockCount ? (block + 1) % blockCount : block + 1;
    taken.add(block);
    blocks.set(key, block);
  }
  const firms = app.models
    .filter((model) => kindOf(model) === "organisation")
    .map(({ key }) => key)
    .sort();
  return {
    app,
    text: words([...app.models.map(({ label }) => label), app.prd.name, app.prd.summary].join(" ")).join(" "),
    blocks,
    firms: new Map(firms.map((key, index) => [key, index])),
  };
}

export interface Person {
  readonly first: string;
  readonly last: string;
}

function person(block: number, row: number): Person {
  const turn = Math.floor(block / blockCount);
  const index = (block % blockCount) * blockSize + (row % blockSize);
  return { first: at(firstNames, index), last: at(lastNames, index + turn * 13) };
}

/** The person a record is, or the first it names. */
export function personOf(
  context: SeedContext,
  model: ResolvedModel,
  row: number,
  field?: ResolvedField,
): Person | undefined {
  const own = context.blocks.get(model.key);
  if (own !== undefined && (!field || isPlainName(nameOf(field.key)) || model.titleFields.includes(field.key)))
    return person(own, row);
  const named = field ?? model.fields.find(namesPerson);
  const block = named && context.blocks.get(`${model.key}.${named.key}`);
  if (block !== undefined) return person(block, row);
  return field && own !== undefined ? person(own, row) : undefined;
}

export const fullName = ({ first, last }: Person): string => `${first} ${last}`;

export const companyOf = (context: SeedContext, model: ResolvedModel, row: number): string => {
  const place = context.firms.get(model.key);
  return at(companies, place === undefined ? saltOf(model.key) + row : place * 12 + row);
};

/** Names for records called `name`, when some list knows the word. */
export function knownTitles(context: SeedContext, name: string): readonly string[] | undefined {
  const dishes = menuOf(name, context.text);
  if (dishes) return dishes.map(({ title }) => title);
  const trade = tradeOf(name, context.text);
  if (trade) return startsWord(/categor|collection/, name) ? trade.categories : trade.titles;
  for (const text of [name.split(" ").at(-1) ?? "", name]) {
    const found = titlesByModel.find(
      ({ model, app }) => startsWord(model, text) && (!app || startsWord(app, context.text)),
    );
    if (found) return found.titles;
  }
  return undefined;
}

/** "Classic beehive", "Small beehive": of what no list knows, its own name tells most. */
const thingsCalled = (label: string): readonly string[] =>
  kindsOfThings.map((kind) => `${kind} ${inSentence(label).slice(0, 60)}`);

const fallbackTitles: Readonly<Partial<Record<ModelKind, readonly string[]>>> = titlesByKind;

export const titlesOf = (context: SeedContext, model: ResolvedModel): readonly string[] =>
  knownTitles(context, nameOf(model.label)) ?? fallbackTitles[kindOf(model)] ?? thingsCalled(model.label);

// The text of a field in the n-th example row.
import type { ResolvedField, ResolvedModel } from "#engine/prd/resolved.ts";
import { kebabCase, startsWord, words } from "./naming.ts";
import {
  at,
  companyOf,
  fullName,
  kindOf,
  knownTitles,
  nameOf,
  namesPerson,
  personOf,
  saltOf,
  type SeedContext,
  titlesOf,
} from "./seed-kinds.ts";
import { categoryTexts, tradeOf } from "./seed-goods.ts";
import { menuOf } from "./seed-menu.ts";
import { cities, companies, countries, nationalities, postcodes, regions, streets } from "./seed-names.ts";
import {
  articleTexts,
  courseTexts,
  jobTexts,
  lines,
  offerTexts,
  paragraphs,
  programmeTexts,
  type Prose,
} from "./seed-prose.ts";

/** What is bought, stocked or looked after. */
const isWare = (model: ResolvedModel): boolean =>
  model.fields.some(
    ({ key, type }) =>
      type === "money" || startsWord(/sku|stock|quantity|serial|warranty|barcode|manufacturer|brand/, nameOf(key)),
  );

function prose(source: readonly Prose[], model: ResolvedModel, name: string): readonly string[] | undefined {
  const kind = kindOf(model);
  const label = nameOf(model.label);
  return source.find(
    (entry) =>
      (!entry.field || startsWord(entry.field, name)) &&
      (!entry.model || startsWord(entry.model, label)) &&
      (!entry.kinds || entry.kinds.includes(kind)) &&
      (!entry.pictured || model.fields.some(({ type }) => type === "image")) &&
      (!entry.priced || isWare(model)),
  )?.texts;
}

const paragraph = (context: SeedContext, model: ResolvedModel, field: ResolvedField, row: number): string => {
  const name = nameOf(field.key);
  const label = nameOf(model.label);
  const dishes = startsWord(/description|about|summary|details/, name) ? menuOf(label, context.text) : undefined;
  if (dishes) return at(dishes, row).text;
  const trade = startsWord(/description|about|summary|details/, name) ? tradeOf(label, context.text) : undefined;
  const own = startsWord(/categor|collection/, label) ? trade && categoryTexts : trade?.texts;
  const texts = own ?? prose(paragraphs, model, name) ?? [];
  return at(
    texts,
    row +
      (texts.length > 0 &&
      !startsWord(/ingredient|instruction|step|method|option|choice/, name) &&
      !startsWord(/faq|pricing|plan$|tier|thread|discussion/, label)
        ? saltOf(field.key) % texts.length
        : 0),
  );
};

const isbn = (row: number): string => {
  const digits = `97801410${String(1_000 + row * 317).padStart(4, "0")}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};

const initials = (label: string): string => {
  const parts = words(label);
  const letters = parts.length > 1 ? parts.map((part) => part.charAt(0)).join("") : (parts[0] ?? "no").slice(0, 3);
  return letters.slice(0, 3).toUpperCase();
};

function codeValue(model: ResolvedModel, name: string, row: number, title: string): string | undefined {
  const number = 1_041 + row * 37;
  if (/\bisbn/.test(name)) return isbn(row);
  if (/\bvin\b/.test(name)) return `1FTBW2CM5GK${String(104_200 + row * 1_117)}`;
  if (/plate|registration n/.test(name))
    return `${at(["KX", "LD", "PM", "BT"], row)} ${720 + row * 17} ${at(["AB", "RN", "HC"], row)}`;
  if (/\biban/.test(name)) return `GB${30 + row} NWBK 6016 1331 ${9_000 + row * 13} ${10 + row}`;
  if (/\b(barcode|ean|upc)/.test(name)) return `50123450${String(6_000 + row * 211)}`;
  if (/passport/.test(name)) return `P${String(4_810_233 + row * 7_919)}`;
  if (/licen[cs]e/.test(name)) return `LN-${48_213 + row * 131}`;
  if (/\bsku|article number|product code/.test(name)) return `${initials(title)}-${101 + row * 7}`;
  if (/serial/.test(name)) return `SN-${48_210 + row * 173}`;
  if (/room n|room no/.test(name)) return String(101 + Math.floor(row / 4) * 100 + (row % 4));
  if (/table n/.test(name)) return `Table ${row + 1}`;
  if (/\bcode\b/.test(name) && startsWord(/coupon|discount|promo|voucher/, nameOf(model.label)))
    return `${at(["SPRING", "WELCOME", "SUMMER", "THANKS"], row)}${10 + row}`;
  if (/\b(number|no|code|reference|ref|invoice|order id|tracking|identifier)$/.test(name))
    return `${initials(model.label)}-${number}`;
  return undefined;
}

const placeLists: readonly [RegExp, readonly string[]][] = [
  [/city|town/, cities],
  [/country/, countries],
  [/province|region|county|^state/, regions],
  [/zip|postal|postcode/, postcodes],
  [/street|address/, streets],
  [/nationality|citizenship/, nationalities],
];

/** How a record is called: what its title field shows. */
export function titleText(context: SeedContext, model: ResolvedModel, row: number): string {
  const key = model.titleFields[0];
  const field = model.fields.find((candidate) => candidate.key === key);
  return field?.type === "text" ? nameText(context, model, field, row) : at(titlesOf(context, model), row);
}

function nameText(context: SeedContext, model: ResolvedModel, field: ResolvedField, row: number): string {
  const name = nameOf(field.key);
  const person = personOf(context, model, row, field);
  if (person && /^(first|given) name/.test(name)) return person.first;
  if (person && /^(last|family) name|^surname/.test(name)) return person.last;
  if (
    person &&
    !startsWord(/title|subject|description|specialty|reason/, name) &&
    !/\b(number|code|reference)$/.test(name)
  )
    return fullName(person);
  const code = codeValue(model, name, row, at(titlesOf(context, model), row));
  if (code !== undefined) return code;
  if (kindOf(model) === "organisation" && !knownTitles(context, nameOf(model.label)))
    return companyOf(context, model, row);
  const other = /^(.+) (name|title)$/.exec(name)?.[1];
  const titles = (other === undefined ? undefined : knownTitles(context, other)) ?? titlesOf(context, model);
  const round = Math.floor(row / titles.length);
  return round === 0 ? at(titles, row) : `${at(titles, row)} (${round + 1})`;
}

function plainText(context: SeedContext, model: ResolvedModel, field: ResolvedField, row: number): string {
  const name = nameOf(field.key);
  const person = personOf(context, model, row);
  if (model.titleFields[0] === field.key) return nameText(context, model, field, row);
  if (/^(user ?name|login|handle|nick ?name)/.test(name))
    return person ? `${words(person.first).join("")}${words(person.last).join("").charAt(0)}` : `user${row + 1}`;
  if (/slug/.test(name)) return kebabCase(words(titleText(context, model, row))) || `entry-${row + 1}`;
  if (/(first|given) name|(last|family) name|surname/.test(name) || namesPerson(field))
    return nameText(context, model, field, row);
  const code = codeValue(model, name, row, titleText(context, model, row));
  if (code !== undefined) return code;
  const place = placeLists.find(([pattern]) => startsWord(pattern, name))?.[1];
  if (place) return at(place, row + saltOf(model.key));
  const line = prose(lines, model, name);
  if (line)
    return at(
      line,
      row + (startsWord(/make|model|option|open|clos|(correct |right )?answer/, name) ? 0 : saltOf(model.key)),
    );
  if (
    startsWord(
      /compan|organi[sz]ation|employer|business|supplier|vendor|manufacturer|brand|client|sponsor|publisher/,
      name,
    )
  )
    return at(companies, row + saltOf(`${model.key}.${field.key}`));
  if (
    startsWord(
      /note|comment|remark|reason|summary|description|about|bio|message|body|details|instruction|tagline/,
      name,
    )
  )
    return paragraph(context, model, field, row);
  const other = name.replace(/ (name|title)$/, "");
  const titles = knownTitles(context, other) ?? titlesOf(context, model);
  return at(titles, row + saltOf(field.key));
}

/** A project with a picture is work to look at. */
const isShown = (model: ResolvedModel): boolean =>
  startsWord(/project|work|shoot|series/, nameOf(model.label)) && model.fields.some(({ type }) => type === "image");

function richText(model: ResolvedModel, row: number): string {
  const kind = kindOf(model);
  if (startsWord(/job|vacanc|position/, nameOf(model.label))) return at(jobTexts, row);
  if (startsWord(/faq|thread|discussion/, nameOf(model.label)) || isShown(model)) return "";
  if (kind === "document") return at(articleTexts, row);
  if (startsWord(/course|lesson|chapter|module|unit/, nameOf(model.label))) return at(courseTexts, row);
  if (kind === "event") return at(programmeTexts, row);
  return kind === "thing" && isWare(model) ? at(offerTexts, row) : "";
}

export function textValue(context: SeedContext, model: ResolvedModel, field: ResolvedField, row: number): string {
  if (field.type === "text") return plainText(context, model, field, row).slice(0, 180);
  const own = field.type === "richText" && !tradeOf(nameOf(model.label), context.text) ? richText(model, row) : "";
  return own === "" ? paragraph(context, model, field, row) : own;
}

export function emailValue(context: SeedContext, model: ResolvedModel, field: ResolvedField, row: number): string {
  const firm = kindOf(model) === "organisation" && context.firms.has(model.key);
  const host = firm ? hostOf(titleText(context, model, row)) : "example.com";
  const person = personOf(context, model, row);
  if (person) return `${words(person.first).join("")}.${words(person.last).join("")}@${host}`;
  const name = firm ? "hello" : `hello.${hostOf(titleText(context, model, row)).replace(".example", "")}`;
  return `${name}${field.unique ? row + 1 : ""}@${host}`;
}

const hostOf = (title: string): string => `${words(title).slice(0, 3).join("").slice(0, 30) || "office"}.example`;

export function urlValue(context: SeedContext, model: ResolvedModel, field: ResolvedField, row: number): string {
  const person = personOf(context, model, row);
  const host =
    context.blocks.has(model.key) && person
      ? hostOf(`${person.first} ${person.last}`)
      : hostOf(titleText(context, model, row));
  return `https://${host}/${field.unique ? row + 1 : ""}`;
}

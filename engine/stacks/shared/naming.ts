// From the words an author chose to identifiers, columns, URLs and labels. Pure ASCII out, whatever comes in.

const acronyms = new Set([
  "api",
  "faq",
  "gps",
  "hr",
  "iban",
  "id",
  "ip",
  "isbn",
  "pdf",
  "sku",
  "url",
  "usd",
  "vat",
  "vin",
]);

const transliterations: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  ø: "o",
  å: "a",
  ł: "l",
  đ: "d",
  œ: "oe",
  þ: "th",
};

/** Lower-case ASCII words: "dueDate", "due-date" and "Due date" give the same; empty when no letter or digit is left. */
export function words(text: string): string[] {
  const ascii = text
    .replace(/[ßæøåłđœþ]/gi, (letter) => transliterations[letter.toLowerCase()] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "");
  return (
    ascii
      // "FAQs" is one word.
      .replace(/\b([A-Z]{2,})s\b/g, (_plural, letters: string) => `${letters.toLowerCase()}s`)
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
      .split(/[^A-Za-z0-9]+/)
      .filter((word) => word !== "")
      .map((word) => word.toLowerCase())
  );
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const pascalCase = (parts: readonly string[]): string => parts.map(capital).join("");
export const camelCase = (parts: readonly string[]): string =>
  parts.map((part, at) => (at === 0 ? part : capital(part))).join("");
export const snakeCase = (parts: readonly string[]): string => parts.join("_");
export const kebabCase = (parts: readonly string[]): string => parts.join("-");

/** What people read: the author's own spelling where it holds spaces or foreign letters, else a sentence of its words. */
export function humanize(name: string): string {
  const text = name.trim().replace(/\s+/g, " ");
  const isIdentifier = /^[A-Za-z0-9_-]+$/.test(text);
  if (!isIdentifier) return capital(text);
  if (/^[A-Z0-9]{2,5}$/.test(text)) return text;
  return words(text)
    .map((word, at) => spell(word) ?? (at === 0 ? capital(word) : word))
    .join(" ");
}

/** "faq" and "faqs" → "FAQ" and "FAQs". */
function spell(word: string): string | undefined {
  if (acronyms.has(word)) return word.toUpperCase();
  const single = word.slice(0, -1);
  return word.endsWith("s") && acronyms.has(single) ? `${single.toUpperCase()}s` : undefined;
}

/** What a title in capitals is made of: "Terms of Use", "Product FAQs". */
const titled = /^(?:[A-Z][^A-Z]*|[A-Z]+s?|of|and|the|for|in|on|to|a|an|per|by|with)$/;

/** "Stock movement" and "Stock Movement" → "stock movement" in the middle of a sentence; "SKU" and "Letters to Ada" keep their capitals. */
export const inSentence = (label: string): string => {
  const words = label.split(" ");
  const isTitled = words.every((word) => titled.test(word));
  const lower = (word: string, at: number): string =>
    (at === 0 || isTitled) && (/^[A-Z][^A-Z]/.test(word) || label.length === 1)
      ? word.charAt(0).toLowerCase() + word.slice(1)
      : word;
  return words.map(lower).join(" ");
};

const irregular = new Map(
  Object.entries({
    person: "people",
    child: "children",
    man: "men",
    woman: "women",
    foot: "feet",
    tooth: "teeth",
    mouse: "mice",
    goose: "geese",
    criterion: "criteria",
    curriculum: "curricula",
    quiz: "quizzes",
    leaf: "leaves",
    shelf: "shelves",
    knife: "knives",
    wife: "wives",
    life: "lives",
    half: "halves",
  }),
);
const irregularBack = new Map([...irregular].map(([one, many]) => [many, one]));
const uncountable = new Set(
  "data equipment information staff news series species feedback media sheep fish furniture money software hardware stock luggage advice knowledge".split(
    " ",
  ),
);

function keepCase(source: string, result: string): string {
  return /^[A-Z]/.test(source) ? capital(result) : result;
}

/** English plural of one word. */
export function pluralize(word: string): string {
  const lower = word.toLowerCase();
  if (uncountable.has(lower)) return word;
  const exception = irregular.get(lower);
  if (exception !== undefined) return keepCase(word, exception);
  if (/(s|x|z|ch|sh)$/.test(lower))
    return lower.endsWith("is") && lower.length > 4 ? `${word.slice(0, -2)}es` : `${word}es`;
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** English singular of one word; a word that is not clearly a plural stays as it is. */
export function singularize(word: string): string {
  const lower = word.toLowerCase();
  if (uncountable.has(lower)) return word;
  const exception = irregularBack.get(lower);
  if (exception !== undefined) return keepCase(word, exception);
  if (lower.length < 4 || /(ss|us|is)$/.test(lower) || !lower.endsWith("s")) return word;
  if (/[^aeiou]ies$/.test(lower) && lower.length > 4) return `${word.slice(0, -3)}y`;
  if (/(sses|xes|ches|shes|zzes)$/.test(lower)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The last word of a label in the plural: "Stock movement" → "Stock movements". */
export function pluralizeLabel(label: string): string {
  return label.replace(/[A-Za-z]+$/, (last) => pluralize(singularize(last)));
}

/** Hands out each name once, comparing without case since SQL and file systems do. */
export class NameRegistry {
  readonly #taken: Set<string>;

  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set([...reserved].map((name) => name.toLowerCase()));
  }

  /** `base`, or the first of `base2`, `base3` … that is free; `separator` stands before the number. */
  claim(base: string, separator = ""): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? base : `${base}${separator}${count}`;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** Whether the pattern matches where a word starts: "tag" is in "tags" but not in "stage". `text` is lower case. */
export const startsWord = (pattern: RegExp, text: string): boolean => new RegExp(`\\b(?:${pattern.source})`).test(text);

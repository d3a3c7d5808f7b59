// English word forms, as far as naming entities and fields needs them. Every function is linear in its input.

const irregularPlurals: Readonly<Record<string, string>> = {
  people: "person",
  children: "child",
  men: "man",
  women: "woman",
  feet: "foot",
  teeth: "tooth",
  mice: "mouse",
  geese: "goose",
  criteria: "criterion",
  analyses: "analysis",
  diagnoses: "diagnosis",
  theses: "thesis",
  crises: "crisis",
  quizzes: "quiz",
  indices: "index",
  wives: "wife",
  knives: "knife",
  lives: "life",
  leaves: "leave",
  shelves: "shelf",
  wolves: "wolf",
  halves: "half",
  obituaries: "obituary",
  movies: "movie",
  cookies: "cookie",
  calories: "calorie",
  pies: "pie",
  heroes: "hero",
  tomatoes: "tomato",
  potatoes: "potato",
  gases: "gas",
  skis: "ski",
  taxis: "taxi",
  buses: "bus",
  statuses: "status",
  bonuses: "bonus",
  viruses: "virus",
  campuses: "campus",
  caches: "cache",
  heirlooms: "heirloom",
};
const irregularSingulars = new Map(Object.entries(irregularPlurals).map(([plural, single]) => [single, plural]));
irregularSingulars.set("leave", "leaves");

/** Words that are the same in singular and plural, or have no plural a data model would use. */
const unchanging = new Set(
  (
    "news series species equipment staff software feedback information data sheep fish deer aircraft luggage furniture " +
    "inventory stock progress address business process access class gas bus status bonus virus campus canvas lens " +
    "analysis basis diagnosis gymnastics mathematics physics politics economics sports always its this is was has us yes " +
    "plus less princess mess boss loss cross press glass grass pass chess fitness wellness illness witness lens atlas " +
    "menu's express compass mattress actress waitress dress stress congress success basics analytics logistics"
  ).split(" "),
);

export function singular(word: string): string {
  const irregular = irregularPlurals[word];
  if (irregular !== undefined && Object.hasOwn(irregularPlurals, word)) return irregular;
  if (unchanging.has(word) || word.length < 4 || !word.endsWith("s")) return word;
  if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (["ches", "shes", "sses", "xes", "zzes"].some((end) => word.endsWith(end))) return word.slice(0, -2);
  return word.slice(0, -1);
}

export function plural(word: string): string {
  const irregular = irregularSingulars.get(word.toLowerCase());
  if (irregular !== undefined) return word === word.toLowerCase() ? irregular : titleCase(irregular);
  if (
    ["news", "series", "species", "equipment", "staff", "feedback", "furniture", "software", "inventory"].includes(
      word.toLowerCase(),
    )
  )
    return word;
  if (word.endsWith("y") && !"aeiou".includes(word.at(-2) ?? "a")) return `${word.slice(0, -1)}ies`;
  if (word.endsWith("sis")) return `${word.slice(0, -2)}es`;
  if (["s", "x", "z", "ch", "sh"].some((end) => word.endsWith(end))) return `${word}es`;
  return `${word}s`;
}

export function isPlural(word: string): boolean {
  return singular(word) !== word;
}

/** "stock movements" → "stock movement": only the head noun carries the number. */
export function singularPhrase(words: readonly string[]): string {
  return words.map((word, index) => (index === words.length - 1 ? singular(word) : word)).join(" ");
}

export function pluralPhrase(phrase: string): string {
  const words = phrase.split(" ");
  const last = words.pop() ?? "";
  return [...words, plural(last)].join(" ");
}

const acronyms = new Set(
  "sku id url isbn vin api faq cv gpa crm hr roi pdf iot kpi okr sla gps qr bmi dob tv usd vat q&a faqs rpg ip ssn npc rsvp html css ai pos dj b2b a-b".split(
    " ",
  ),
);

const mixedCase: ReadonlyMap<string, string> = new Map([
  ["saas", "SaaS"],
  ["okrs", "OKRs"],
  ["kpis", "KPIs"],
]);

/** "stock movement" → "Stock Movement". */
export function titleCase(phrase: string): string {
  return phrase
    .split(" ")
    .filter((word) => word !== "")
    .map((word, index) =>
      index > 0 && ["of", "and", "the", "for"].includes(word)
        ? word
        : mixedCase.has(word)
          ? (mixedCase.get(word) ?? "")
          : acronyms.has(word)
            ? word.toUpperCase()
            : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(" ");
}

/** "dueDate", "due_date", "due-date" → "due date". */
export function splitIdentifier(text: string): string {
  let spaced = "";
  let previous = "";
  for (const char of text) {
    if (char === "_" || char === "-" || char === ".") spaced += " ";
    else if (previous !== "" && /[a-z0-9]/.test(previous) && /[A-Z]/.test(char)) spaced += ` ${char}`;
    else spaced += char;
    previous = char;
  }
  return spaced.split(" ").filter(Boolean).join(" ").toLowerCase();
}

/** "stock movements" → "stock-movements", for paths. */
export function kebab(phrase: string): string {
  return phrase
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-");
}

export function joinEnglish(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1] ?? ""}`;
}

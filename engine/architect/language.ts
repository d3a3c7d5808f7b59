// Tells the language of a prompt and puts the words the engine knows into English. It translates no grammar: "clientes y
// pedidos" becomes "customers and orders", and that is enough for the readers to find entities.
import { chinese } from "./lexicon-chinese.ts";
import { french, german, portuguese, spanish } from "./lexicon-european.ts";

export interface Language {
  readonly id: "en" | "es" | "fr" | "de" | "pt" | "zh" | "other";
  readonly label: string;
}

const english: Language = { id: "en", label: "English" };

const stopWords: readonly { language: Language; words: ReadonlySet<string> }[] = [
  {
    language: english,
    words: new Set(
      "the and with for a an of to is are each has have where who can should app i that users track".split(" "),
    ),
  },
  {
    language: { id: "es", label: "Spanish" },
    words: new Set(
      "el la los las una un con para y que de del cada por quiero necesito gestionar aplicación donde".split(" "),
    ),
  },
  {
    language: { id: "fr", label: "French" },
    words: new Set(
      "le la les une un des avec pour et que du chaque je veux gérer application où dans est sont".split(" "),
    ),
  },
  {
    language: { id: "de", label: "German" },
    words: new Set(
      "der die das und mit für ein eine einen von ich möchte jede jeder hat haben verwalten anwendung soll sind ist".split(
        " ",
      ),
    ),
  },
  {
    language: { id: "pt", label: "Portuguese" },
    words: new Set(
      "o os as uma um com para e que de do da dos cada eu quero preciso gerenciar aplicativo onde não é são".split(" "),
    ),
  },
];

const lexicons: Readonly<Partial<Record<Language["id"], ReadonlyMap<string, string>>>> = {
  es: entriesOf(spanish),
  fr: entriesOf(french),
  de: entriesOf(german),
  pt: entriesOf(portuguese),
  zh: entriesOf(chinese),
};

function entriesOf(source: string): ReadonlyMap<string, string> {
  return new Map(
    source.split(" ").map((entry) => {
      const at = entry.lastIndexOf("=");
      return [entry.slice(0, at), entry.slice(at + 1).replaceAll("_", " ")];
    }),
  );
}

export function detectLanguage(text: string): Language {
  let han = 0;
  let foreign = 0;
  let letters = 0;
  for (const char of text.slice(0, 3_000)) {
    if (!/\p{L}/u.test(char)) continue;
    letters += 1;
    if (/\p{Script=Han}/u.test(char)) han += 1;
    else if (!/\p{Script=Latin}/u.test(char)) foreign += 1;
  }
  if (letters === 0) return english;
  if (foreign / letters > 0.3) return { id: "other", label: "a language it does not know" };
  if (han / letters > 0.2) return { id: "zh", label: "Chinese" };
  const words = text
    .slice(0, 3_000)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  let best = english;
  let most = 0;
  for (const { language, words: common } of stopWords) {
    const hits = words.filter((word) => common.has(word)).length;
    if (hits > most) [best, most] = [language, hits];
  }
  return best;
}

export function translateKnownWords(text: string, language: Language): string {
  const lexicon = lexicons[language.id];
  if (lexicon === undefined) return text;
  return language.id === "zh"
    ? translateUnspaced(text, lexicon)
    : text.replace(/[\p{L}-]+/gu, (word) => lexicon.get(word.toLowerCase()) ?? word);
}

const longestChinese = Math.max(...[...(lexicons.zh ?? new Map<string, string>()).keys()].map((key) => key.length));

function translateUnspaced(text: string, lexicon: ReadonlyMap<string, string>): string {
  let result = "";
  for (let at = 0; at < text.length;) {
    let length = Math.min(longestChinese, text.length - at);
    while (length > 0 && !lexicon.has(text.slice(at, at + length))) length -= 1;
    const english = lexicon.get(text.slice(at, at + length));
    if (english === undefined) {
      // What is not known keeps one place, so that two known words do not grow together.
      result += /\p{Script=Han}/u.test(text.charAt(at)) ? " " : text.charAt(at);
      at += 1;
    } else {
      result += /[,.]/.test(english) ? english : ` ${english} `;
      at += length;
    }
  }
  return result
    .split("\n")
    .map((line) => line.split(" ").filter(Boolean).join(" "))
    .join("\n");
}

// Every text that the app itself says; what it says about records comes from models.ts. Another language is one file in
// messages/ with the same names (docs: README § Languages).
import { setLocale } from "./locale.ts";
import { type Messages, messages } from "./messages/en.ts";

export interface Language {
  readonly messages: Messages;
  /** By the name of the part. What is missing stays English. */
  readonly parts?: Readonly<Record<string, object>>;
}

export const say: Messages = { ...messages };

const parts = new Map<string, object>();
let spoken: Language = { messages };

/** The texts of a part that is loaded by itself, in English. */
export function part<Words extends object>(name: string, english: Words): Words {
  const words = { ...english, ...spoken.parts?.[name] };
  parts.set(name, words);
  return words;
}

/** From now on in this language. To be called before anything is drawn. */
export function speak(language: Language, locale: string): void {
  spoken = language;
  Object.assign(say, language.messages);
  for (const [name, words] of parts) Object.assign(words, language.parts?.[name]);
  setLocale(locale);
}

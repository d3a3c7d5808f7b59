// Chooses the language: the first that the browser asks for and that has a file in shared/messages, else the app's own.
import { locale } from "../shared/app.ts";
import { setLocale } from "../shared/locale.ts";
import { type Language, speak } from "../shared/say.ts";

const others = import.meta.glob<Language>(["../shared/messages/*.ts", "!../shared/messages/en.ts"]);
const rightToLeft = new Set(["ar", "dv", "fa", "he", "ku", "ps", "ur", "yi"]);

const languageOf = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

/** Resolves at once where the app's texts need no other file. */
export async function chooseLanguage(): Promise<void> {
  for (const wished of [...navigator.languages, locale]) {
    const language = languageOf(wished);
    const load = others[`../shared/messages/${language}.ts`];
    if (language !== "en" && !load) continue;
    if (load) speak(await load(), wished);
    else setLocale(wished);
    document.documentElement.lang = wished;
    document.documentElement.dir = rightToLeft.has(language) ? "rtl" : "ltr";
    return;
  }
}

// What a prompt does not say yet and an app is better for. Pure: the prompt in, a few suggestions out, no model asked
// (use-model-suggestions.ts asks one, where there is one).
// A suggestion's words go to the end of the prompt; the part in «» is what its writer will most likely change.

export interface Suggestion {
  readonly id: "things" | "people" | "signIn" | "colour" | "view" | "badge" | "relation" | `model ${string}`;
  /** On the chip. */
  readonly label: string;
  /** Why, for the chip's description. */
  readonly why: string;
  readonly insert: string;
}

/** As many as can be read at a glance. */
export const mostShown = 4;
/** Before that nobody knows what it is about. */
const fewestWords = 3;

const colourWords =
  /\b(colou?r|theme|palette|dark mode|red|orange|yellow|green|blue|teal|petrol|purple|violet|pink|brown|black|white|gr[ae]y|navy|crimson|amber|cobalt|terracotta|burgundy|#[0-9a-f]{6})\b/i;
const peopleWords =
  /\b(users?|team|staff|employees|colleagues|customers|clients|members|students|pupils|teachers|guests|visitors|volunteers|neighbou?rs|famil(y|ies)|admins?|managers?|used by|for (my|our|a|the) \w+)\b/i;
const signInWords =
  /\b(sign(s|ed)?[- ]?(in|up)|log[- ]?(in|ins)|accounts?|roles?|permissions?|password|without login)\b/i;
const viewWords = /\b(board|kanban|calendar|gallery|cards|dashboard|chart|charts|graph|table|list view)\b/i;
const fieldWords =
  /\b(with|have|has|having|includ(e|es|ing)|each|fields?|name|title|price|date|status|quantity|rating)\b|[:(]/i;
const relationWords =
  /\b(belongs? to|has many|have many|assigned to|linked to|of each|each .{1,30} has|per |their)\b|^\s*-\s/im;
const badgeWords = /\b(badge|badges|highlight|warn|overdue|low stock|expired|late)\b/i;
const dueWords = /\b(due|deadline|return(ed)? (on|date|by)|expir(es|y)|until|due dates?)\b/i;
const publicWords = /\b(web ?site|site|blog|shop|store|portfolio|landing page)\b/i;
/** Plural nouns behind these are what the app keeps. */
const keeping =
  /\b(?:track|manage|keep|record|collect|organi[sz]e|list|plan|catalogue|store|show|with|of|and|for|my|our|the|all)\s+(?:of\s+)?(?:(?:my|our|the|all)\s+)?([a-z]{3,}s)\b/gi;
/** Plural in form alone, or no thing to keep. */
const noThing = new Set(
  "things this does has was is its his less across various sales news business status access address process users people details features pages always fields colours colors charts prices titles names dates photos pictures images emails numbers amounts hours".split(
    " ",
  ),
);

/** Things the prompt names, as it writes them: "bikes", "tasks". */
export function thingsOf(prompt: string): string[] {
  const listed = [...prompt.matchAll(/^\s*[-*]\s*([a-z][a-z ]{2,30}?)\s*:/gim)].map(([, name = ""]) => name);
  const named = [...prompt.matchAll(keeping)].map(([, name = ""]) => name);
  const all = [...listed, ...named].map((name) => name.trim().toLowerCase());
  return [...new Set(all)].filter((name) => !noThing.has(name));
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export function suggestImprovements(prompt: string): Suggestion[] {
  const words = prompt.trim().split(/\s+/).filter(Boolean);
  if (words.length < fewestWords) return [];
  const things = thingsOf(prompt);
  const [thing = "records", other] = things;
  const found: (Suggestion | false)[] = [
    !fieldWords.test(prompt) && {
      id: "things",
      label: `What is recorded of ${thing}?`,
      why: "Say what matters about each, and the app has fields for it.",
      insert: `\n- ${capital(thing)}: «name, date, status (open, done)»`,
    },
    !peopleWords.test(prompt) && {
      id: "people",
      label: "Who uses it?",
      why: "Whom it is for decides what comes first.",
      insert: " It is used by «a small team».",
    },
    !relationWords.test(prompt) &&
      other !== undefined && {
        id: "relation",
        label: `How do ${thing} and ${other} belong together?`,
        why: "Records that belong together can be reached from each other.",
        insert: ` «Each of the ${other} belongs to one of the ${thing}».`,
      },
    !signInWords.test(prompt) &&
      !publicWords.test(prompt) && {
        id: "signIn",
        label: "Do people sign in?",
        why: "With accounts, the app knows who may do what.",
        insert: " Users sign in with an account. «Admins can delete " + thing + "».",
      },
    dueWords.test(prompt) &&
      !badgeWords.test(prompt) && {
        id: "badge",
        label: "Mark what is late",
        why: "A badge shows at once what needs attention.",
        insert: ` Badge «overdue ${thing}».`,
      },
    !viewWords.test(prompt) &&
      !publicWords.test(prompt) && {
        id: "view",
        label: `How are ${thing} shown?`,
        why: "A table is usual; a board, a calendar or a gallery may fit better.",
        insert: ` Show ${thing} as a «board».`,
      },
    !colourWords.test(prompt) && {
      id: "colour",
      label: "Which colour?",
      why: "Buttons, links and badges take it.",
      insert: " The main colour is «petrol».",
    },
  ];
  return found.filter((suggestion) => suggestion !== false).slice(0, mostShown);
}

/** The prompt with a suggestion at its end, and what of it is to be selected. */
export function applySuggestion(
  prompt: string,
  { insert }: Suggestion,
): { prompt: string; start: number; end: number } {
  const kept = prompt.trimEnd();
  const needsStop = !insert.startsWith("\n") && !/[.!?:\n]$/.test(kept) && !/^\s*[-*]\s.*$/m.test(lastLine(kept));
  const onList = !insert.startsWith("\n") && /^\s*[-*]\s/.test(lastLine(kept));
  const head = `${kept}${needsStop ? "." : ""}${onList ? "\n" : ""}`;
  const added = onList ? insert.trimStart() : insert;
  const start = head.length + added.indexOf("«");
  const end = head.length + added.indexOf("»") - 1;
  return { prompt: head + added.replace("«", "").replace("»", ""), start, end };
}

const lastLine = (text: string): string => text.slice(text.lastIndexOf("\n") + 1);

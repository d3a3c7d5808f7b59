// "show the books as cards", "a kanban board for the tasks", "in a table": how a list is looked at first.
import type { ListViewId, PrdModel } from "#engine/prd/schema.ts";
import type { Decision } from "./decisions.ts";
import { namedModels } from "./named-models.ts";
import { pluralPhrase } from "./words.ts";

const wishes: readonly (readonly [ListViewId, RegExp])[] = [
  [
    "gallery",
    /\b(?:(?:photo|image|picture) gallery|gallery (?:view|layout)|(?:as|in) an? (?:\w+ )?gallery|masonry)\b/g,
  ],
  [
    "cards",
    /\b(?:(?:card|grid|tile)s?[- ](?:view|layout|style|format|display|based)|(?:as|in|into|with|using) (?:an? )?(?:\w+ ){0,2}?(?:cards?|grid|tiles)|(?:grid|cards|tiles) (?:of|for|showing|listing)|(?:card|tile) (?:for|per) each)\b/g,
  ],
  [
    "board",
    /\b(?:kan ?ban|board (?:view|layout)|(?:on|as) a (?:(?:stage|status|task|sprint|scrum|drag[- ]and[- ]drop) )?board|(?:stage|status|sprint|scrum) board|board (?:by|with|of the \w+ by) (?:stage|status)|trello[- ](?:like|style))\b/g,
  ],
  ["calendar", /\b(?:calendar (?:view|layout)|(?:as|in|on) an? (?:\w+ )?calendar)\b/g],
  ["table", /\b(?:table (?:view|layout|format)|(?:as|in|into) an? (?:\w+ )?table|tabular)\b/g],
];

/** Cards that are things, and grids that carry power; figures on a dashboard stand on cards of their own. */
const otherMeanings =
  /\b(?:credit|debit|gift|business|id|identity|flash|playing|report|score|sim|bank|loyalty|membership|trading|greeting|post|memory|punch|time|power|electric|water|eating|dining|pool|billiard|google|outlook)[- ]?(?:cards?|grid|table|calendar)\b/;
const figures = /\b(?:dashboard|statistics?|stats|summary|totals?|kpis?|metrics?|overview|charts?)\b/;
const anyList = /\b(?:lists?|listings?|items|records|entries|results|everything|them|page|catalogue|catalog)\b/;

interface Wish {
  readonly model: string;
  readonly view: ListViewId;
}

/** Models as they are, and how their lists are looked at first where the text says so. */
export function applyViewWishes(
  text: string,
  models: readonly PrdModel[],
): { models: PrdModel[]; decisions: Decision[] } {
  const wanted = new Map<string, ListViewId>();
  for (const sentence of text.toLowerCase().split(/[.!?;\n]+/)) {
    for (const { model, view } of readSentence(sentence, models)) if (!wanted.has(model)) wanted.set(model, view);
  }
  return {
    models: models.map((model) => {
      const view = wanted.get(model.name);
      return view === undefined ? model : { ...model, view };
    }),
    decisions: [...wanted].map(([model, view]) => ({
      question: `How is the list of ${pluralPhrase(model)} looked at first?`,
      choice: view === "cards" ? "As cards" : `As a ${view}`,
      reason: "the request says so; the other ways are one click away",
    })),
  };
}

function readSentence(sentence: string, models: readonly PrdModel[]): Wish[] {
  if (otherMeanings.test(sentence)) return [];
  return wishes.flatMap(([view, pattern]) =>
    [...sentence.matchAll(pattern)].flatMap((match) => {
      const fitting = models.filter((model) => fits(model, view));
      const [named] = namedModels(sentence, match.index, fitting);
      if (named !== undefined) return [{ model: named.name, view }];
      const [first] = fitting;
      return first && anyList.test(sentence) && !figures.test(sentence) ? [{ model: first.name, view }] : [];
    }),
  );
}

function fits(model: PrdModel, view: ListViewId): boolean {
  if (view === "board") return model.fields.some(({ type }) => type === "enum");
  if (view === "calendar") return model.fields.some(({ type }) => type === "date" || type === "dateTime");
  // "Business cards" are records, not a way to show them.
  return view !== "cards" || !/\b(?:cards?|grids?|tiles?)\b/i.test(model.name);
}

// Models by the words that people use for them: their names, other words of the catalogue, or the last word of a name.
import type { PrdModel } from "#engine/prd/schema.ts";
import { entities } from "./catalogue/index.ts";
import { singular } from "./words.ts";

export const nameWords = (name: string): string[] => name.toLowerCase().split(/\s+/).map(singular);

const aliases = Map.groupBy(entities, ({ name }) => name);

/** "Articles" are posts, where nothing else is called so; "requests" are purchase requests, where there are no others. */
function otherWords({ name }: PrdModel, models: readonly PrdModel[]): string[] {
  const last = nameWords(name).at(-1) ?? "";
  const isOnly = models.filter((model) => nameWords(model.name).at(-1) === last).length === 1;
  return [...(aliases.get(name) ?? []).flatMap((entity) => entity.aliases), ...(isOnly ? [last] : [])];
}

/** The longest names first, so that "order lines" are not orders. */
export function modelsIn(objects: readonly string[], models: readonly PrdModel[]): PrdModel[] {
  const text = ` ${objects.map((word) => singular(word)).join(" ")} `;
  let rest = text;
  const found: PrdModel[] = [];
  for (const model of models.toSorted((a, b) => b.name.length - a.name.length)) {
    const phrase = ` ${nameWords(model.name).join(" ")} `;
    if (!rest.includes(phrase)) continue;
    rest = rest.replace(phrase, "  ");
    found.push(model);
  }
  if (found.length > 0) return found;
  return models.filter((model) =>
    otherWords(model, models).some((word) => text.includes(` ${word.split(" ").map(singular).join(" ")} `)),
  );
}

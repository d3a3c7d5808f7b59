// Where a sentence names the models of the plan.
import type { PrdModel } from "#engine/prd/schema.ts";
import { pluralPhrase } from "./words.ts";

/** The models that a sentence in small letters names, closest to a place in it first. */
export function namedModels(sentence: string, place: number, models: readonly PrdModel[]): PrdModel[] {
  const distances = models.flatMap((model) => {
    const names = [model.name, pluralPhrase(model.name), ...(model.plural === undefined ? [] : [model.plural])];
    const found = names.flatMap((name) => {
      const at = sentence.search(new RegExp(`\\b${name.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, ".")}\\b`, "u"));
      return at < 0 ? [] : [Math.abs(at - place)];
    });
    return found.length === 0 ? [] : [{ model, distance: Math.min(...found) }];
  });
  return distances.toSorted((a, b) => a.distance - b.distance).map(({ model }) => model);
}

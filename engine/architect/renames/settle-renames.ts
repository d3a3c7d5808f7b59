// A later request, with the renames taken out of it. The whole plan is read from all requests together, so a request after a
// rename speaks of things by names that the earlier ones do not know: in it the new names become the old.
import type { Prd, PrdModel } from "#engine/prd/schema.ts";
import { sanitiseName } from "../sanitise.ts";
import { pluralPhrase, singularPhrase, splitIdentifier, titleCase } from "../words.ts";
import type { RenameWords, ToldSentence } from "./read-renames.ts";
import type { Rename, RenameBatch } from "./rename.ts";

export interface SettledRenames {
  batch: RenameBatch;
  /** The sentences that ask for something else. */
  rest: readonly ToldSentence[];
  /** Renames to a name that something else has; one sentence each. */
  refusals: string[];
}

/** `prd`: the plan of the requests before, in today's names. */
export function settleRenames(sentences: readonly ToldSentence[], prd: Prd): SettledRenames {
  const found = sentences.map(({ renames }) => renames.map((words) => findRename(words, prd)));
  const all = found.flat().filter((rename) => rename !== undefined);
  const batch = all.filter((rename) => !isTaken(rename, prd, all));
  const refusals = all
    .filter((rename) => !batch.includes(rename))
    .map(({ from, to }) => `"${to}" exists already, so "${from}" keeps its name. Should the two become one?`);
  const rest = sentences.filter((_, at) => {
    const named = found[at] ?? [];
    return named.length === 0 || named.includes(undefined);
  });
  return { batch, rest, refusals };
}

const nameOf = (text: string): string => singularPhrase(splitIdentifier(text).split(" "));
const isModel = (model: PrdModel, phrase: string): boolean => nameOf(model.name) === nameOf(phrase);

function findRename(words: RenameWords, prd: Prd): Rename | undefined {
  const to = sanitiseName(words.to, 60, "");
  if (to === "") return undefined;
  const field = (model: PrdModel, phrase: string): Rename | undefined => {
    const found = model.fields.find(
      (candidate) =>
        splitIdentifier(candidate.name) === splitIdentifier(phrase) || nameOf(candidate.name) === nameOf(phrase),
    );
    return found && { kind: "field", model: model.name, from: found.name, to: to.toLowerCase() };
  };
  if (words.within !== null) {
    const { within } = words;
    const model = prd.models.find((candidate) => isModel(candidate, within));
    return model && field(model, words.from);
  }
  const model = words.isField ? undefined : prd.models.find((candidate) => isModel(candidate, words.from));
  if (model) return { kind: "model", from: model.name, to: titleCase(nameOf(to)) };
  // "book title": a model's name, then its field's.
  const parts = splitIdentifier(words.from).split(" ");
  for (let at = 1; at < parts.length; at += 1) {
    const owner = prd.models.find((candidate) => isModel(candidate, parts.slice(0, at).join(" ")));
    const owned = owner && field(owner, parts.slice(at).join(" "));
    if (owned) return owned;
  }
  return prd.models.map((candidate) => field(candidate, words.from)).find((rename) => rename !== undefined);
}

/** Unless that one gets another name in the same request. */
function isTaken(rename: Rename, prd: Prd, all: readonly Rename[]): boolean {
  const makesRoom = (name: string): boolean =>
    all.some(
      (other) =>
        other.kind === rename.kind &&
        nameOf(other.from) === nameOf(name) &&
        (other.kind === "model" || (rename.kind === "field" && other.model === rename.model)),
    );
  const names =
    rename.kind === "model"
      ? prd.models.map((model) => model.name)
      : (prd.models.find((model) => model.name === rename.model)?.fields ?? []).map((field) => field.name);
  return names.some((name) => nameOf(name) === nameOf(rename.to) && name !== rename.from && !makesRoom(name));
}

/** Models alone: the name of a field ("name", "date") is an ordinary word. */
export function inFirstNames(text: string, batches: readonly RenameBatch[]): string {
  let told = text;
  for (const batch of batches.toReversed()) {
    const words = new Map<string, string>();
    for (const rename of batch) {
      if (rename.kind !== "model") continue;
      const [from, to] = [rename.from.toLowerCase(), rename.to.toLowerCase()];
      words.set(to, from);
      words.set(pluralPhrase(to), pluralPhrase(from));
    }
    if (words.size === 0) continue;
    const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length).map(escaped);
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "giu");
    told = told.replaceAll(pattern, (word) => words.get(word.toLowerCase()) ?? word);
  }
  return told;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

// From words to catalogue entities. A word such as "match" means different things in a league and on a dating site, so
// the families that fit the whole prompt best decide.
import { type CatalogueEntity, entitiesFor, families, type FamilyData, longestAlias } from "./catalogue/index.ts";
import { isForeign } from "./narrow-words.ts";
import type { Clause, Token } from "./read-text.ts";
import { fieldNounsAfterEntity, genericNouns } from "./vocabulary.ts";
import { singular } from "./words.ts";

/** How much better the domain must fit for a synonym to win against an entity's own name: about one more cue. */
const ownWord = 4;

export interface FamilyScores {
  of(family: string): number;
  /** A cue of the family was found, not only a word that one of its entities answers to. */
  isCued(family: string): boolean;
  /** The best family, or null when no cue of any family was found. */
  readonly primary: FamilyData | null;
}

const cueIndex = new Map<string, FamilyData[]>();
for (const family of families) for (const cue of family.cues) cueIndex.set(cue, [...(cueIndex.get(cue) ?? []), family]);

export function scoreFamilies(clauses: readonly Clause[]): FamilyScores {
  const scores = new Map<string, number>();
  const cued = new Set<string>();
  const hinted = new Set<string>();
  const add = (family: string, points: number): void => void scores.set(family, (scores.get(family) ?? 0) + points);
  const seen = new Set<string>();
  for (const clause of clauses) {
    const words = clause.tokens.flatMap((token) => (token.word && !token.deed ? [token.lower] : [","]));
    for (let at = 0; at < words.length; at += 1)
      for (let length = 1; length <= longestAlias && at + length <= words.length; length += 1) {
        const phrase = singularKey(words.slice(at, at + length));
        if (seen.has(phrase)) continue;
        const cues = cueIndex.get(phrase) ?? [];
        const candidates = entitiesFor(phrase);
        if (cues.length === 0 && candidates.length === 0) continue;
        seen.add(phrase);
        for (const family of cues) {
          // "menu" is a cue of restaurants, but every site has a navigation menu.
          if (!genericNouns.has(phrase)) cued.add(family.id);
          hinted.add(family.id);
          add(family.id, (clause.first ? 5 : 3) + (length > 1 ? 2 : 0));
        }
        for (const family of new Set(candidates.map((entity) => entity.family)))
          add(family, 1 / Math.max(1, candidates.length - 0.5) + 0.5);
      }
  }
  for (const { id, within = "" } of families)
    if (hinted.has(id)) for (const wider of within.split(" ")) add(id, scores.get(wider) ?? 0);
  let primary: FamilyData | null = null;
  for (const family of families)
    if (hinted.has(family.id) && (scores.get(family.id) ?? 0) > (primary === null ? 0 : (scores.get(primary.id) ?? 0)))
      primary = family;
  return { of: (family) => scores.get(family) ?? 0, isCued: (family) => cued.has(family), primary };
}

export function singularKey(words: readonly string[]): string {
  return words.map((word, index) => plainLetters(index === words.length - 1 ? singular(word) : word)).join(" ");
}

/** "café" → "cafe", as the catalogue has it. */
const plainLetters = (word: string): string => word.normalize("NFD").replaceAll(/\p{M}/gu, "");

export function lookupAlias(words: readonly string[], scores: FamilyScores): CatalogueEntity | null {
  const exact = words.join(" ");
  const found = [...entitiesFor(singularKey(words)), ...(exact === singularKey(words) ? [] : entitiesFor(exact))];
  let best: CatalogueEntity | null = null;
  let bestScore = -1;
  for (const entity of found) {
    if (words.length === 1 && isForeign(singularKey(words), entity.family, scores.isCued)) continue;
    const score = scores.of(entity.family) + (entity.aliases[0] === singularKey(words) ? ownWord : 0);
    if (score > bestScore) [best, bestScore] = [entity, score];
  }
  return best;
}

const aboutNouns = new Set(["profile", "profiles", "schedule", "schedules", "information", "info", "details", "data"]);

export interface Lookup {
  readonly entity: CatalogueEntity;
  /** The words that named it. */
  readonly words: readonly string[];
}

/** "unnecessary tasks" → Task, "customer information" → Customer, "product price" → null (it is a field's name). */
export function lookupPhrase(words: readonly string[], scores: FamilyScores): Lookup | null {
  const [whole, ending] = [lookupAlias(words, scores), words[words.length - 1] ?? ""];
  // "instructor profiles" are about instructors, though a profile may be kept by itself.
  if (whole === null && words.length > 1 && aboutNouns.has(ending)) {
    const subject = lookupPhrase(words.slice(0, -1), scores);
    if (subject !== null) return subject;
  }
  for (let start = 0; start < words.length; start += 1) {
    const tail = words.slice(start);
    const entity = lookupAlias(tail, scores);
    if (entity !== null) return { entity, words: tail };
  }
  const last = words[words.length - 1];
  if (words.length > 1 && last !== undefined && fieldNounsAfterEntity.has(last))
    return lookupPhrase(words.slice(0, -1), scores);
  return null;
}

/** The longest alias that begins at `at`. */
export function lookupAt(tokens: readonly Token[], at: number, scores: FamilyScores): Lookup | null {
  const words: string[] = [];
  for (let length = 0; length < longestAlias; length += 1) {
    const token = tokens[at + length];
    if (token === undefined || !token.word || token.deed) break;
    words.push(token.lower);
  }
  for (let length = words.length; length > 0; length -= 1) {
    const slice = words.slice(0, length);
    const entity = lookupAlias(slice, scores);
    if (entity !== null) return { entity, words: slice };
  }
  return null;
}

/** A word that names a domain ("clinic", "salon"): where the app is used, not a thing that it keeps. */
export function isDomainWord(phrase: string): boolean {
  return cueIndex.has(phrase);
}

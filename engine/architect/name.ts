// What the app is called: said outright, given by the project, or made of what it is about.
import { leadingWords, needyOwner, organisationOf, ownPhrase } from "./owner-name.ts";
import { brandOf } from "./read-brand.ts";
import { sanitiseName } from "./sanitise.ts";
import type { Clause, Token } from "./read-text.ts";
import { appNouns, determiners, keepingVerbs, stopWords } from "./vocabulary.ts";
import { pluralPhrase, singular, titleCase } from "./words.ts";

export interface AppName {
  readonly name: string;
  readonly reason: string;
}

export function chooseName(
  clauses: readonly Clause[],
  projectName: string | undefined,
  models: readonly string[],
  familyTitle: string | null,
): AppName {
  for (const clause of clauses) {
    const called = calledName(clause.tokens);
    if (called !== null) return { name: called, reason: "the prompt gives the name" };
  }
  const brand = brandOf(clauses[0]?.tokens ?? []);
  if (brand !== null) return { name: brand, reason: "the prompt gives the name" };
  const given = sanitiseName(projectName ?? "", 60, "");
  if (given !== "" && !/^(untitled|new project|project|my project|test)\b/i.test(given))
    return { name: given, reason: "it is the project's name" };
  const first = clauses[0];
  const phrase =
    first === undefined
      ? null
      : (ownPhrase(first.tokens) ??
        needyOwner(first.tokens) ??
        appPhrase(first.tokens) ??
        openingPhrase(first.tokens, models));
  if (phrase !== null) return { name: asCollection(phrase, models), reason: "the prompt calls it that" };
  const whose = clauses
    .slice(0, openingClauses)
    .map(({ tokens }) => organisationOf(tokens))
    .find((name) => name !== null);
  if (whose) return { name: whose, reason: "it is whose app it is" };
  if (familyTitle !== null && models.length >= 2) {
    const said = familyTitle.split(" and ").find((part) => mentions(clauses, part) || isSaidOtherwise(clauses, part));
    const [one, two] = models.filter((model) => !colleague.test(model)).map(pluralPhrase);
    const both = two === undefined ? (one ?? pluralPhrase(models[0] ?? "")) : `${one} and ${two}`;
    if (said !== undefined) return { name: titleCase(said.toLowerCase()), reason: "it is the domain of the prompt" };
    if (both.length <= 40) return { name: both, reason: "it is what the app keeps" };
    return { name: titleCase(familyTitle.toLowerCase()), reason: "it is the domain of the prompt" };
  }
  return { name: `${models[0] ?? "Record"} Manager`.slice(0, 60), reason: "it is what the app keeps" };
}

const openingClauses = 3;
/** Who works with the app is not what it keeps. */
const colleague = /^(?:employee|staff member|team member|user)$/i;

/** "A recipe site" is called after what it keeps. */
const asCollection = (name: string, models: readonly string[]): string =>
  models.some((model) => model.toLowerCase() === name.toLowerCase()) ? pluralPhrase(name) : name;

const otherwise: ReadonlyMap<string, readonly string[]> = new Map([
  ["Online shop", ["e-commerce", "ecommerce", "webshop", "cart", "checkout", "storefront"]],
]);
const isSaidOtherwise = (clauses: readonly Clause[], title: string): boolean =>
  (otherwise.get(title) ?? []).some((word) => mentions(clauses, word));

function mentions(clauses: readonly Clause[], word: string): boolean {
  return clauses.some((clause) =>
    clause.tokens.some((token) => singular(token.lower) === singular(word.toLowerCase())),
  );
}

function calledName(tokens: readonly Token[]): string | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const word = tokens[at]?.lower ?? "";
    const starts =
      word === "called" ||
      word === "named" ||
      (word === "name" && tokens[at + 1]?.lower === "it") ||
      (word === "titled" && tokens[at - 1]?.lower !== "job");
    if (!starts) continue;
    const from = word === "name" ? at + 2 : at + 1;
    const quoted = tokens[from]?.raw === '"' || tokens[from]?.raw === "'";
    const words: string[] = [];
    for (let next = quoted ? from + 1 : from; next < tokens.length && words.length < 5; next += 1) {
      const token = tokens[next];
      if (token === undefined || (!token.word && token.raw !== ".")) break;
      if (!token.word) break;
      if (!quoted && !/^[\p{Lu}\p{N}]/u.test(token.raw) && words.length > 0) break;
      if (!quoted && (stopWords.has(token.lower) || determiners.has(token.lower)) && !/^\p{Lu}/u.test(token.raw)) break;
      words.push(token.raw);
    }
    const name = sanitiseName(words.join(" "), 60, "");
    if (name !== "" && (quoted || /^[\p{Lu}\p{N}]/u.test(name) || words.length === 1)) return name;
  }
  return null;
}

/** "about world geography", behind "a quiz app"; empty when it is about more than three words say. */
function subjectAfter(tokens: readonly Token[], from: number): string {
  if (tokens[from]?.lower !== "about") return "";
  const words: string[] = [];
  for (let at = from + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.word || stopWords.has(token.lower)) break;
    if (!determiners.has(token.lower)) words.push(token.lower);
  }
  return words.length > 3 ? "" : words.join(" ");
}

/** "a multi-company dashboard" → "Multi-company Dashboard". */
function appPhrase(tokens: readonly Token[]): string | null {
  for (let at = 0; at < Math.min(tokens.length, 16); at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.word) {
      if (token?.raw === ",") continue;
      return null;
    }
    if (!appNouns.has(token.lower) && token.lower !== "game") continue;
    const words: string[] = [];
    for (let back = at - 1; back >= 0 && words.length < 4; back -= 1) {
      const before = tokens[back];
      if (before?.lower === "of" && words.length > 0 && back > 0) {
        words.unshift("of");
        continue;
      }
      if (before === undefined || !before.word || leadingWords.has(before.lower) || stopWords.has(before.lower)) break;
      if (!["web", "website"].includes(before.lower)) words.unshift(before.lower);
    }
    const next = tokens[at + 1];
    // "Track software licences": what is done, and with what.
    if (
      at === 1 &&
      words.length === 1 &&
      keepingVerbs.has(words[0] ?? "") &&
      next?.word === true &&
      !stopWords.has(next.lower)
    )
      continue;
    // "A software solutions website": what is built comes after it.
    const goesOn =
      next?.word === true && !stopWords.has(next.lower) && next.lower !== "for" && !keepingVerbs.has(next.lower);
    if (words.length === 0 && goesOn && !appNouns.has(next.lower)) continue;
    const about = phraseAfterFor(tokens, at + 1) ?? goodsAfter(tokens, at, token.lower);
    if (words.length === 0 && about !== null && (spelled.has(token.lower) || publications.has(token.lower))) {
      const kind = spelled.has(token.lower) ? token.lower.toUpperCase() : titleCase(token.lower);
      return sanitiseName(`${about} ${kind}`, 60, "");
    }
    if (words.length === 0 || (words.length === 1 && vague.has(words[0] ?? "") && about !== null)) return about;
    const subject = subjectAfter(tokens, at + 1);
    if (words.length === 1 && subject !== "") return sanitiseName(titleCase(`${subject} ${words[0]}`), 60, "");
    // "An internal tool to approve purchase requests" is called after the requests.
    if (words.length === 1 && words[0] === "internal" && software.has(token.lower)) return null;
    const generic = software.has(token.lower) && !["tool", "system", "page"].includes(token.lower);
    const following = tokens[at + 1]?.lower ?? "";
    if (appNouns.has(following) && !generic) words.push(token.lower);
    const tail = generic || appNouns.has(following) ? [] : [token.lower];
    const name = sanitiseName(titleCase([...words, ...tail].join(" ")), 60, "");
    return name === "" || words.every((word) => appNouns.has(word)) ? null : name;
  }
  return null;
}

/** "A CRM for a sales team" is neither the team nor a Crm. */
const spelled = new Set(["crm", "erp", "cms", "lms"]);

/** Of which there is one, and which needs no second word. */
const publications = new Set("magazine journal newspaper newsletter blog podcast wiki zine".split(" "));

const sayNothing = new Set(
  "feature function functionality thing integration solution data information way place page app design look style".split(
    " ",
  ),
);

/** "A suggestion box for …", "Lost and found office of …": the noun phrase that the prompt begins with. */
function openingPhrase(tokens: readonly Token[], models: readonly string[]): string | null {
  // "I teach piano at home": what somebody does is no name.
  const isTold =
    ["i", "we"].includes(tokens[0]?.lower ?? "") && !["need", "want", "would", "like"].includes(tokens[1]?.lower ?? "");
  if (isTold) return null;
  const words: string[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1]?.lower ?? "";
    if (words.length === 0 && (!token.word || leadingWords.has(token.lower) || determiners.has(token.lower))) continue;
    const next = tokens[at + 1];
    const isOf =
      token.lower === "of" && next?.word === true && !stopWords.has(next.lower) && !determiners.has(next.lower);
    const isJoined = words.length === 1 && (isOf || (token.lower === "and" && tokens[at + 2]?.word === true));
    if (!token.word || (stopWords.has(token.lower) && !isJoined)) break;
    if (token.deed || (keepingVerbs.has(token.lower) && words.length === 0) || words.length === 4) return null;
    if (before === "and" && words.length > 2) return null;
    words.push(token.lower);
  }
  const last = words.at(-1) ?? "";
  const name = sanitiseName(titleCase(words.join(" ")), 60, "");
  const isThing = models.some((model) => model.toLowerCase() === name.toLowerCase());
  if (words.length === 1 && publications.has(last)) {
    const isOnline = tokens.some(({ lower }, at) => lower === "online" && tokens[at + 1]?.lower === last);
    return isOnline ? `Online ${name}` : name;
  }
  if (words.length === 1 && spelled.has(last)) return last.toUpperCase();
  const isVague = words.every((word) => vague.has(word) || software.has(word));
  return words.length < 2 || singular(last) !== last || isThing || isVague || sayNothing.has(last) ? null : name;
}

const software = new Set(
  "app web application website site webapp webpage program software tool system page".split(" "),
);

/** Says which kind of site, not what it is about. */
const vague = new Set(
  "comparison community information informational online personal public internal management review".split(" "),
);

/** "An online shop that sells handmade ceramics" → "Handmade Ceramics". */
function goodsAfter(tokens: readonly Token[], at: number, noun: string): string | null {
  if (!["shop", "store", "website", "site", "marketplace"].includes(noun)) return null;
  const isThat = ["that", "which"].includes(tokens[at + 1]?.lower ?? "");
  const verb = tokens[at + (isThat ? 2 : 1)]?.lower ?? "";
  if (!["sells", "selling", "offers", "offering"].includes(verb)) return null;
  const words: string[] = [];
  for (let next = at + (isThat ? 3 : 2); next < tokens.length && words.length < 3; next += 1) {
    const token = tokens[next];
    if (token === undefined || !token.word || stopWords.has(token.lower)) break;
    if (words.length > 0 || !determiners.has(token.lower)) words.push(token.lower);
  }
  const name = sanitiseName(titleCase(words.join(" ")), 60, "");
  return name === "" ? null : name;
}

const activities = new Set([
  "generating",
  "conducting",
  "promoting",
  "approving",
  "hosting",
  "displaying",
  "running",
  "finding",
  "learning",
  "doing",
  "getting",
  "helping",
]);

/** "a website for a credit repair company" → "Credit Repair Company". */
function phraseAfterFor(tokens: readonly Token[], from: number): string | null {
  if (!["for", "about", "of"].includes(tokens[from]?.lower ?? "")) return null;
  const words: string[] = [];
  for (let at = from + 1; at < tokens.length && words.length < 4; at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.word) break;
    if (
      words.length === 0 &&
      (determiners.has(token.lower) ||
        activities.has(token.lower) ||
        leadingWords.has(token.lower) ||
        keepingVerbs.has(token.lower))
    )
      continue;
    if (stopWords.has(token.lower) || ["users", "people", "user"].includes(token.lower)) break;
    words.push(token.lower);
  }
  const name = sanitiseName(titleCase(words.join(" ")), 60, "");
  return name === "" ? null : name;
}

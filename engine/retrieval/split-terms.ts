// Words as full text search and the rerank see them: `useLoaderData` is also use, loader, data.

/** Words that a question has and an answer does not. */
const stopWords = new Set(
  (
    "a an and are as at be by can could do does for from get has have how i if in into is it its me my of on one or our " +
    "should so that the their then there this to use used using want was we what when where which who why will with would you your"
  ).split(" "),
);

/** Lower-case words; identifiers whole and in parts, each once, in order. */
export function splitTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const word of text.match(/[\p{L}\p{N}_$]+/gu) ?? []) {
    terms.add(word.toLowerCase());
    const parts = word
      .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
      .toLowerCase()
      .split(/[\s_$]+/);
    for (const part of parts) if (part.length > 1) terms.add(part);
  }
  return [...terms];
}

/** A text with the parts of its identifiers beside them, for a full text index. */
export function expandIdentifiers(text: string): string {
  return text.replace(/[\p{L}\p{N}_$]+/gu, (word) => {
    const parts = splitTerms(word);
    return parts.length > 1 ? `${word} ${parts.slice(1).join(" ")}` : word;
  });
}

/** What of a question is worth looking for; all of it when nothing else is there. */
export function queryTerms(question: string): string[] {
  const terms = splitTerms(question);
  const telling = terms.filter((term) => !stopWords.has(term));
  return telling.length > 0 ? telling : terms;
}

/** What developers call the same thing. Single words, lower case. */
const alike: readonly (readonly string[])[] = [
  ["endpoint", "route", "address", "api"],
  ["menu", "navigation", "nav", "sidebar"],
  ["reference", "ref"],
  ["memo", "memoize", "remember", "cache", "cached"],
  ["expensive", "costly"],
  ["sse", "stream", "streaming"],
  ["query", "search"],
  ["querystring", "search", "params"],
  ["param", "params", "parameter", "parameters"],
  ["string", "text"],
  ["json", "body"],
  ["validate", "validator", "validation", "check"],
  ["throw", "throwing", "throws", "error", "exception"],
  ["navigate", "go", "navigation", "redirect"],
  ["leave", "leaving", "navigate", "blocker", "block"],
  ["highlight", "active", "current"],
  ["404", "missing", "notfound"],
  ["image", "img", "picture"],
  ["optional", "partial"],
  ["portal", "dialog", "modal"],
  ["mock", "fake", "spy"],
  ["clock", "timer", "timers", "time", "date"],
  ["submit", "form"],
  ["optimistic", "instantly", "once"],
  ["defer", "deferred", "responsive"],
  ["colour", "color", "colours", "colors"],
  ["group", "groupby", "aggregate"],
  ["insert", "create", "add"],
  ["update", "change", "edit"],
  ["delete", "remove"],
  ["upsert", "conflict"],
  ["login", "signin", "auth"],
  ["test", "tests", "vitest"],
  ["upload", "multipart", "file"],
  ["max", "maximum", "largest", "highest"],
  ["min", "minimum", "smallest", "lowest"],
  ["regex", "regexp", "pattern", "regular"],
  ["lazy", "recursive", "itself"],
  ["exception", "exceptions", "error", "errors", "onerror"],
  ["again", "rerender", "memo"],
  ["before", "beforeeach", "setup"],
  ["after", "aftereach", "teardown", "cleanup"],
  ["child", "children", "nested"],
  ["wait", "await", "pending"],
  ["sort", "order", "orderby"],
  ["ascending", "asc"],
  ["descending", "desc"],
  ["distinct", "unique", "different"],
  ["between", "range"],
  ["contains", "includes", "like"],
  ["starts", "prefix", "startswith"],
  ["ends", "suffix", "endswith"],
  ["lowercase", "lower"],
  ["uppercase", "upper"],
  ["trim", "whitespace"],
  ["method", "verb"],
  ["token", "bearer", "jwt"],
  ["gzip", "compress", "compression"],
  ["download", "attachment"],
  ["env", "environment"],
  ["variable", "variables", "var"],
  ["snapshot", "snapshots"],
  ["listen", "subscribe", "listener"],
  ["inherit", "extend", "extends", "merge"],
  ["pick", "only"],
  ["omit", "without", "except"],
  ["nullable", "null"],
  ["union", "either"],
  ["record", "dictionary", "map"],
  ["transaction", "batch", "atomic"],
  ["prepared", "placeholder", "statement"],
  ["exists", "subquery"],
  ["cascade", "ondelete"],
  ["timestamp", "datetime"],
  ["blob", "binary", "bytes"],
  ["null", "isnull"],
  ["reject", "rejects", "rejected"],
  ["convert", "converting", "coerce", "transform"],
  ["refresh", "revalidate", "reload", "invalidate"],
];
const synonyms = new Map<string, readonly string[]>();
for (const group of alike) for (const word of group) synonyms.set(word, [...(synonyms.get(word) ?? []), ...group]);

/** Other words for what a question says, without its own. */
export function alikeTerms(terms: readonly string[]): string[] {
  const own = new Set(terms);
  return [...new Set(terms.flatMap((term) => synonyms.get(term) ?? []))].filter((term) => !own.has(term));
}

/** A crude stem, so that "redirecting" meets "redirect"; the same on both sides. */
export function stem(term: string): string {
  if (term.length < 5) return term.replace(/s$/, "");
  return term.replace(/(ations?|ings?|ies|ied|ed|es|e|s|y|ion)$/, "");
}

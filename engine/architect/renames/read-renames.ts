// "Rename customers to clients", "the field 'title' is now called 'name'", "say clients instead of customers": sentences
// that change a name. What they name is looked up in the plan before them; a sentence that fits nothing is left alone.

export interface RenameWords {
  from: string;
  to: string;
  /** The model whose field is meant, when the sentence says it. */
  within: string | null;
  /** It says "field" or "column". */
  isField: boolean;
}

export interface ToldSentence {
  text: string;
  /** Empty for a sentence that renames nothing. */
  renames: RenameWords[];
}

const longestSentence = 300;
const nextRequest =
  /(?:\s*[,;]\s*(?:and\s+|then\s+|also\s+)*|\s+(?:and|then)\s+)(?=(?:also\s+|please\s+)*(?:add|remove|make|show|let|give|drop|delete|each|every|use|change|rename)\b)/i;

export function readSentences(text: string): ToldSentence[] {
  return text
    .split(/(?<=[.!?;])\s+|\n+/)
    .flatMap((sentence) => (sentence.length > longestSentence ? [sentence] : sentence.split(nextRequest)))
    .filter((sentence) => sentence.trim() !== "")
    .map((sentence) => ({ text: sentence, renames: sentence.length > longestSentence ? [] : readRenames(sentence) }));
}

function readRenames(sentence: string): RenameWords[] {
  const plain = sentence
    .replaceAll(/[“”„«»`]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/[.!?;,]+$/, "")
    .replace(/^(?:(?:and|also|then|please|now|can you|could you|i want to|we want to|let's|let us)\s+)+/i, "");
  const list = /^rename (.+)$/i.exec(plain)?.[1];
  if (list !== undefined) {
    return list.split(/\s*,\s*(?:and\s+)?|\s+and\s+/i).flatMap((part) => {
      const [, from, to] = /^(?:rename )?(.+?) (?:to|into|as) (.+)$/i.exec(part) ?? [];
      return toWords(from, to);
    });
  }
  for (const [pattern, isReversed] of patterns) {
    const [, first, second] = pattern.exec(plain) ?? [];
    if (first !== undefined) return isReversed ? toWords(second, first) : toWords(first, second);
  }
  return [];
}

const patterns: readonly (readonly [RegExp, boolean])[] = [
  [
    /^(.+?) (?:is|are|should be|should now be|must be|shall be|will be|gets?) (?:now |henceforth |from now on )?(?:called|named|renamed(?: to| into)?) (.+)$/i,
    false,
  ],
  [/^change the (?:name|title|label) of (.+?)(?: from .+?)? to (.+)$/i, false],
  [/^(?:use|say|write) (.+?) instead of (.+)$/i, true],
  [/^replace the (?:word|name|term) (.+?) (?:with|by) (.+)$/i, false],
  [/^call (.+?) (?:now )?("[^"]+"|'[^']+')(?: instead| now)?$/i, false],
  [/^call (.+?) (\S+) instead$/i, false],
];

const marker = /(?:^|\s)(?:fields?|columns?|attributes?|propert(?:y|ies))(?:\s|$)/i;

function toWords(from: string | undefined, to: string | undefined): RenameWords[] {
  if (from === undefined || to === undefined) return [];
  let within: string | null = null;
  const [, inner, owner] = /^(.+?) (?:of|in|on|for) (?:the |a |an |each |every |all )?(.+)$/i.exec(from) ?? [];
  const [, target, ownerAfter] = /^(.+?) (?:of|in|on|for) (?:the |a |an |each |every |all )?(.+)$/i.exec(to) ?? [];
  const [, possessor, possessed] =
    /^(?:the |each |every )?([\p{L}\p{N}]+(?: [\p{L}\p{N}]+)?)(?:'s |(?<=s)' |\.)(.+)$/iu.exec(from) ?? [];
  if (inner !== undefined) within = owner ?? null;
  else if (possessor !== undefined) within = possessor;
  else if (ownerAfter !== undefined) within = ownerAfter;
  const words = {
    from: bare(inner ?? possessed ?? from),
    to: bare(ownerAfter !== undefined && within === ownerAfter ? (target ?? to) : to),
    within: within === null ? null : bare(within),
    isField: marker.test(from),
  };
  const isName = (text: string): boolean =>
    text !== "" && text.length <= 60 && text.split(" ").length <= 4 && !beginsOtherwise.test(text);
  return isName(words.from) && isName(words.to) ? [words] : [];
}

/** "orders are called in by phone" */
const beginsOtherwise = /^(?:in|by|on|at|off|out|up|from|with|to|when|if|not|only|before|after|once|via)\b/i;

const around =
  /^(?:(?:the|a|an|my|our|their|all|every|each|new|word|name|term|simply|just)\s+)+|\s+(?:everywhere|please|instead|now|in the app|from now on)$/gi;
const kinds =
  /^(?:field|column|attribute|property|model|table|entity|list|type)\s+|\s+(?:fields?|columns?|attributes?|property|properties|model|table|entity)$/gi;

const bare = (text: string): string => unquoted(unquoted(text).replaceAll(around, "")).replaceAll(kinds, "").trim();
/** Apostrophes inside words stay. */
const unquoted = (text: string): string => text.replaceAll(/"|(?<!\p{L})'|'(?!\p{L})/gu, "").trim();

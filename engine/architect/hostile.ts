// Sentences that address the machine instead of describing an app. They are text like any other: never obeyed, not read
// for entities, and quoted in the plan so that the author sees that nothing came of them.
import type { Clause } from "./read-text.ts";

const phrases = [
  "ignore previous",
  "ignore all previous",
  "ignore the above",
  "ignore your",
  "ignore all instructions",
  "disregard previous",
  "disregard all",
  "disregard the",
  "forget your instructions",
  "forget previous",
  "forget all",
  "system prompt",
  "developer message",
  "print secrets",
  "reveal your",
  "print your",
  "print all environment",
  "environment variables",
  "show me your instructions",
  "you are now",
  "act as root",
  "jailbreak",
  "print the secrets",
  "print secret",
  "reveal secrets",
  "drop table",
  "or 1 1",
  "union select",
  "delete from",
  "insert into",
  "rm rf",
  "xp_cmdshell",
  "etc passwd",
  "document cookie",
  "javascript alert",
  "onerror",
  "begin system",
  "override safety",
];

/** Keys of the machine itself; a register of API keys is an app like any other. */
const betrayal = /(?: (?:your|print|reveal|leak|output|dump|expose|send|tell|give|steal|share) .*| the )api keys? /;

/** Code that was stuck to the end of a sentence becomes a line of its own, so that the sentence is still read. */
export function separateInjections(text: string): string {
  return text.replaceAll(
    /['"`]?[ ;)]{0,3}\b(?=(?:or \d{1,3} ?= ?\d|union select|drop table|delete from|insert into)\b)/gi,
    "\n",
  );
}

export function isolateHostile(clauses: readonly Clause[]): { clauses: Clause[]; hostile: Clause[] } {
  const kept: Clause[] = [];
  const hostile: Clause[] = [];
  for (const clause of clauses) {
    const words = ` ${clause.tokens
      .filter((token) => token.word)
      .map((token) => token.lower.replaceAll("-", " "))
      .join(" ")} `;
    const isHostile = phrases.some((phrase) => words.includes(` ${phrase} `)) || betrayal.test(words);
    (isHostile ? hostile : kept).push(clause);
  }
  return {
    clauses: kept.map((clause, index) => (index === 0 && !clause.first ? { ...clause, first: true } : clause)),
    hostile,
  };
}

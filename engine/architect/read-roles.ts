// Who uses the app, and what the prompt says they may do.
import type { Prd } from "#engine/prd/schema.ts";
import type { Clause } from "./read-text.ts";
import { findSubjects, roleNamed } from "./read-subjects.ts";

export function readRoles(clauses: readonly Clause[]): Prd["roles"] {
  const abilities = new Map<string, string[]>();
  const tell = (role: string, rest: readonly string[]): void => {
    const text = abilityText(rest);
    if (text !== "" && role !== "Everyone" && !/^(?:sign|log) (?:in|up|on|out)\b/.test(text))
      abilities.set(role, [...(abilities.get(role) ?? []), text]);
  };
  for (const { tokens, kind, under } of clauses) {
    const raw = tokens.map((token) => token.raw);
    const subjects = findSubjects(tokens);
    for (const { end, roles } of subjects) for (const role of roles) tell(role, raw.slice(end));
    const isListed = kind !== "sentence" && under?.tokens.some(({ lower }) => lower === "roles") === true;
    const first = isListed ? roleNamed(tokens[0]?.lower ?? "") : undefined;
    if (first !== undefined && subjects.every(({ at }) => at !== 0)) tell(first, raw.slice(1));
  }
  const roles = [...abilities]
    .slice(0, 8)
    .map(([name, said]) => ({ name, description: `${name}s ${said.slice(0, 3).join("; ")}`.slice(0, 400) }));
  return roles.length > 0
    ? roles
    : [
        {
          name: "User",
          description: "Everyone who opens the app may see and change its records; the prompt names no other role.",
        },
      ];
}

function abilityText(words: readonly string[]): string {
  let text = "";
  for (const word of words.slice(0, 40)) text += /^[\p{L}\p{N}]/u.test(word) && text !== "" ? ` ${word}` : word;
  const kept = text
    .replace(/\s+/g, " ")
    .replace(/[.:;]+$/, "")
    .trim();
  return kept.length > 150 ? `${kept.slice(0, 149).toWellFormed()}…` : kept;
}

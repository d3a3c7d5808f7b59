// Who uses the app, and what the prompt says they may do.
import type { Prd } from "#engine/prd/schema.ts";
import type { Clause } from "./read-text.ts";
import { roleNouns } from "./role-nouns.ts";
import { modals } from "./vocabulary.ts";
import { singular, titleCase } from "./words.ts";

const abilityWords = new Set([...modals, "manages", "manage", "sees", "see", "approves", "approve"]);

export function readRoles(clauses: readonly Clause[]): Prd["roles"] {
  const abilities = new Map<string, string[]>();
  for (const clause of clauses) {
    const { tokens } = clause;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === undefined || !token.word) continue;
      const noun = singular(token.lower);
      if (!roleNouns.has(noun)) continue;
      const following = tokens[at + 1]?.lower ?? "";
      const listed =
        clause.kind !== "sentence" &&
        clause.under?.tokens.some((other) => other.lower === "roles") === true &&
        at === 0;
      const granted =
        at > 0 &&
        ["allow", "allows", "allowing", "let", "lets", "enable", "enables", "for"].includes(
          tokens[at - 1]?.lower ?? "",
        ) &&
        following === "to";
      if (!abilityWords.has(following) && !granted && !listed && following !== "only") continue;
      const role = titleCase(noun === "administrator" || noun === "superadmin" ? "admin" : noun);
      const rest = tokens.slice(at + 1).map((other) => other.raw);
      const text = abilityText(rest);
      if (text !== "") abilities.set(role, [...(abilities.get(role) ?? []), text]);
    }
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

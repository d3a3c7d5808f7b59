// JSON with one slip: a comma too few or too many, a bracket that is not closed. The one change that makes the file readable
// is made; if several would do, none is.
import { difference } from "../edits/edit.ts";
import type { Rule } from "./rule.ts";

const named = /(?<file>[\w./-]*[\w-]\.json|\.oxlintrc\.json)/;

export const brokenJson: Rule = {
  name: "broken-json",
  leaves: ["configuration/json", "configuration/invalid", "syntax/unexpected-token", "syntax/parse"],
  propose: ({ error: { file, message, excerpt }, tree }) => {
    const path = [file, named.exec(message)?.groups?.["file"], named.exec(excerpt)?.groups?.["file"]].find(
      (each): each is string => each != null && each.endsWith(".json") && tree.has(each),
    );
    const text = path === undefined ? undefined : tree.get(path);
    if (path === undefined || text === undefined || isJson(text)) return null;
    const mended = mendJson(text);
    if (mended === null) return null;
    return {
      edits: [difference(path, text, mended)],
      explanation: `${path} could not be read: a comma or a bracket was wrong.`,
    };
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export function mendJson(text: string): string | null {
  const { tokens, open } = readTokens(text);
  const candidates = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next === undefined) continue;
    if (token.kind === "," && (next.kind === "}" || next.kind === "]" || next.kind === ",")) {
      candidates.add(text.slice(0, token.from) + text.slice(token.to));
    }
    if (endsValue(token.kind) && beginsValue(next.kind))
      candidates.add(`${text.slice(0, token.to)},${text.slice(token.to)}`);
  }
  if (open.length > 0 && open.length <= 3) {
    const closing = open.toReversed().map((bracket) => (bracket === "{" ? "}" : "]"));
    candidates.add(`${text.trimEnd()}\n${closing.join("\n")}\n`);
  }
  const valid = [...candidates].filter(isJson);
  return valid.length === 1 ? (valid[0] ?? null) : null;
}

interface Token {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

const tokenPattern = /"(?:[^"\\\n]|\\.)*"|[{}[\],:]|-?\d[\d.eE+-]*|true|false|null/g;

function readTokens(text: string): { tokens: Token[]; open: string[] } {
  const open: string[] = [];
  const tokens = [...text.matchAll(tokenPattern)].map(({ 0: found, index }) => {
    const kind = found.startsWith('"') ? "string" : /^[{}[\],:]$/.test(found) ? found : "value";
    if (kind === "{" || kind === "[") open.push(kind);
    if (kind === "}" || kind === "]") open.pop();
    return { kind, from: index, to: index + found.length };
  });
  return { tokens, open };
}

const endsValue = (kind: string): boolean => ["string", "value", "}", "]"].includes(kind);
const beginsValue = (kind: string): boolean => ["string", "value", "{", "["].includes(kind);

// TypeScript declarations in pieces: each declaration with its doc comment; a long interface or class member by member,
// each piece under the first line of what it belongs to. A scanner, not a compiler: it knows comments, strings and
// brackets, which is all that finding the end of a declaration takes, and runs where no compiler does.
import { chunkLimits, countTokens } from "./chunk.ts";
import type { Piece } from "./chunk-markdown.ts";

interface Statement {
  /** Doc comments right before it. */
  readonly comment: string;
  readonly code: string;
  /** Of the code, from 1. */
  readonly line: number;
  /** Between its last outermost braces, with its first line, and what stands before them; null without braces. */
  readonly body: { readonly text: string; readonly line: number; readonly opening: string } | null;
}

const named =
  /^(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(interface|class|function|type|const|let|var|enum|namespace|module|global)\b\s*\*?\s*("[^"]+"|'[^']+'|[\w$.]+)?/;
const containers = new Set(["namespace", "module", "global"]);

export function chunkDeclarations(text: string): Piece[] {
  return joinOverloads(readStatements(text, 1).flatMap((statement) => chunkStatement(statement, "")));
}

function chunkStatement(statement: Statement, owner: string): Piece[] {
  const match = named.exec(statement.code);
  const kind = match?.[1];
  if (!match || kind === undefined) return [];
  const name = (match[2] ?? kind).replace(/["']/g, "");
  if (isPrivate(name, statement.comment)) return [];
  const heading = owner === "" ? name : `${owner}.${name}`;
  if (containers.has(kind)) {
    const inner = kind === "namespace" && name !== "React" && name !== "JSX" ? heading : owner;
    return statement.body
      ? readStatements(statement.body.text, statement.body.line).flatMap((member) => chunkStatement(member, inner))
      : [];
  }
  const whole = [statement.comment, statement.code].filter(Boolean).join("\n");
  // A type without a word about it says nothing that its use does not say.
  const isType = kind === "type" || kind === "interface";
  if (isType && !whole.includes("/**")) return [];
  if (countTokens(whole) <= chunkLimits.target) return [{ heading, line: statement.line, text: whole }];
  if ((kind === "interface" || kind === "class") && statement.body)
    return chunkMembers(statement, heading, statement.body);
  return [{ heading, line: statement.line, text: cut(whole) }];
}

function chunkMembers(statement: Statement, heading: string, body: NonNullable<Statement["body"]>): Piece[] {
  const opening = body.opening.replace(/\s+/g, " ").slice(0, 300);
  const about =
    statement.comment === ""
      ? []
      : [{ heading, line: statement.line, text: cut(`${statement.comment}\n${opening} … }`) }];
  const pieces: { names: string[]; line: number; texts: string[]; tokens: number }[] = [];
  for (const member of readStatements(body.text, body.line)) {
    const name = memberName(member.code);
    if (name === null || isPrivate(name, member.comment)) continue;
    const text = cut([member.comment, member.code].filter(Boolean).join("\n"));
    const tokens = countTokens(text);
    const last = pieces.at(-1);
    // A member with words of its own is found by its own name; small ones without share a piece.
    const isSmall = tokens < 60;
    const fits = last !== undefined && last.tokens + tokens <= chunkLimits.target / 2;
    if (last && fits && (last.names.at(-1) === name || isSmall)) {
      if (last.names.at(-1) !== name) last.names.push(name);
      last.texts.push(text);
      last.tokens += tokens;
    } else {
      pieces.push({ names: [name], line: member.line, texts: [text], tokens });
    }
  }
  return [
    ...about,
    ...pieces.map(({ names, line, texts }) => ({
      heading: names
        .slice(0, 12)
        .map((name) => `${heading}.${name}`)
        .join(", "),
      line,
      text: `${opening}\n${texts.join("\n")}`,
    })),
  ];
}

/** Null for what has no name to be found by: index signatures, calls. */
function memberName(code: string): string | null {
  const name = /^(?:(?:static|readonly|abstract|public|declare|get|set|protected)\s+)*([\w$]+)\??\s*[:(<;=]/.exec(
    code,
  )?.[1];
  if (name === undefined || /^(private|protected)\s/.test(code)) return null;
  return name === "constructor" ? "constructor" : name;
}

function isPrivate(name: string, comment: string): boolean {
  return name.startsWith("_") || name.startsWith("$") || /@internal\b|@deprecated\b/.test(comment);
}

function cut(text: string): string {
  const limit = chunkLimits.most * 4 - 700;
  return text.length <= limit ? text : `${text.slice(0, limit).toWellFormed()}\n… cut`;
}

/** Overloads of one function stand in one piece while they fit. */
function joinOverloads(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.heading === piece.heading && countTokens(last.text + piece.text) <= chunkLimits.target) {
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${piece.text}` };
    } else {
      joined.push(piece);
    }
  }
  return joined;
}

/** Statements, or members of a body: they end with a semicolon, or with a brace that closes after which a line ends. */
function readStatements(text: string, firstLine: number): Statement[] {
  const statements: Statement[] = [];
  let comment = "";
  let at = 0;
  let line = firstLine;
  const skipTo = (end: number) => {
    for (let index = at; index < end; index += 1) if (text[index] === "\n") line += 1;
    at = end;
  };
  while (at < text.length) {
    const space = /^[\s;,]+/.exec(text.slice(at, at + 2_000));
    if (space) {
      skipTo(at + space[0].length);
      continue;
    }
    if (text.startsWith("//", at)) {
      const end = text.indexOf("\n", at);
      skipTo(end === -1 ? text.length : end);
      continue;
    }
    if (text.startsWith("/*", at)) {
      const end = text.indexOf("*/", at + 2);
      const stop = end === -1 ? text.length : end + 2;
      const found = text.slice(at, stop);
      comment = found.startsWith("/**") ? found.replace(/^[ \t]+\*/gm, " *") : "";
      skipTo(stop);
      continue;
    }
    const { end, bodyFrom, bodyTo } = findEnd(text, at);
    const code = text.slice(at, end).trim();
    const body =
      bodyFrom === null || bodyTo === null
        ? null
        : {
            text: text.slice(bodyFrom, bodyTo),
            line: line + countNewlines(text, at, bodyFrom),
            opening: text.slice(at, bodyFrom),
          };
    statements.push({ comment, code, line, body });
    comment = "";
    skipTo(Math.max(end, at + 1));
  }
  return statements;
}

function findEnd(text: string, from: number): { end: number; bodyFrom: number | null; bodyTo: number | null } {
  let depth = 0;
  let bodyFrom: number | null = null;
  let bodyTo: number | null = null;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === "/" && text[at + 1] === "*") {
      const end = text.indexOf("*/", at + 2);
      at = end === -1 ? text.length : end + 1;
    } else if (character === "/" && text[at + 1] === "/") {
      const end = text.indexOf("\n", at);
      at = end === -1 ? text.length : end - 1;
    } else if (character === '"' || character === "'" || character === "`") {
      at = endOfString(text, at);
    } else if (character === "{" || character === "(" || character === "[") {
      // The last ones: those of a type parameter's default stand before them.
      if (character === "{" && depth === 0) [bodyFrom, bodyTo] = [at + 1, null];
      depth += 1;
    } else if (character === "}" || character === ")" || character === "]") {
      if (depth === 0) return { end: at, bodyFrom, bodyTo };
      depth -= 1;
      if (depth === 0 && character === "}") {
        bodyTo = at;
        // An object type that goes on (`} & Other`, `}[]`, `} | {`) is not over.
        if (
          /^\s*(?:$|\n|[A-Za-z/])/.test(text.slice(at + 1, at + 40)) &&
          !/^\s*[&|[)]/.test(text.slice(at + 1, at + 40))
        )
          return { end: at + 1, bodyFrom, bodyTo };
      }
    } else if (character === ";" && depth === 0) {
      return { end: at + 1, bodyFrom, bodyTo };
    }
  }
  return { end: text.length, bodyFrom, bodyTo };
}

function endOfString(text: string, from: number): number {
  const quote = text[from];
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === quote) return at;
    else if (text[at] === "\n" && quote !== "`") return from;
  }
  return from;
}

function countNewlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text[at] === "\n") count += 1;
  return count;
}

// Words that belong to languages and libraries, not to anybody's app. In a fix they stay as they are; everything else
// becomes a hole, or is the app's own text, which never leaves its workspace.
import { allowedPackages } from "#engine/agents/coder/allowed-packages.ts";
import { kept } from "../signature/words.ts";

const language = `abstract as asserts async await break case catch class const continue debugger declare default delete do
  else enum export extends false finally for from function get if implements import in infer instanceof interface is keyof let
  namespace never new null of out override package private protected public readonly return satisfies set static super switch
  this throw true try type typeof undefined unique unknown using var void while with yield
  any bigint boolean number object string symbol`;

const globals = "Intl JSON Math Number Object String fetch console crypto structuredClone";

const attributes = `alt aria autoComplete checked children className colSpan defaultChecked defaultValue dialog disabled hidden
  href htmlFor img input inputMode key label max maxLength min minLength multiple name noValidate onBlur onChange onClick
  onFocus onInput onKeyDown onSubmit option pattern placeholder readOnly ref rel required role rowSpan select selected src style
  svg tabIndex target textarea title value`;

const standard: readonly object[] = [
  Array.prototype,
  Date.prototype,
  Map.prototype,
  Number.prototype,
  Object.prototype,
  Promise.prototype,
  RegExp.prototype,
  Set.prototype,
  String.prototype,
  Array,
  Date,
  Intl,
  JSON,
  Math,
  Number,
  Object,
  Promise,
  String,
];

const words: ReadonlySet<string> = new Set([
  ...kept,
  ...`${language} ${attributes} ${globals}`.split(/\s+/),
  ...standard.flatMap((each) => Object.getOwnPropertyNames(each)),
]);

const grammar: ReadonlySet<string> = new Set(language.split(/\s+/));

/** Says how a program is built, and names nothing in it. */
export const isGrammar = (word: string): boolean => grammar.has(word);

export const isPublicWord = (word: string): boolean => words.has(word);

/** Beside those that coders may add: what the stacks bring along. */
const stackPackages = `react react-dom react-dom/client react-router hono zod drizzle-orm vite vitest next next/link next/image
  next/navigation next/headers tailwindcss @tailwindcss/vite typescript @vitejs/plugin-react oxlint wrangler node:fs node:path
  node:crypto node:url`;

/** The name of any other package may be somebody's own. */
const packages: ReadonlySet<string> = new Set([
  ...allowedPackages.flatMap(({ name, types }) => [name, ...(types ? [types.name] : [])]),
  ...stackPackages.split(/\s+/),
]);

const directives: ReadonlySet<string> = new Set(["", "use client", "use server"]);

/** The text of a literal, without its quotes. */
export const isPublicText = (text: string): boolean => packages.has(text) || directives.has(text);

export const isPublicPackage = (name: string): boolean => packages.has(name);

/** 0, 1 and 2 say nothing of an app. */
export const isPublicNumber = (text: string): boolean => ["0", "1", "2"].includes(text);

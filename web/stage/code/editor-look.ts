// What every editor of code looks like, and which language a path has.
import { css } from "@codemirror/lang-css";
import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { markdown } from "@codemirror/lang-markdown";
import { SQLite, sql } from "@codemirror/lang-sql";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const languages: Record<string, () => Extension> = {
  ts: () => javascript({ typescript: true }),
  tsx: () => javascript({ typescript: true, jsx: true }),
  js: () => javascript(),
  mjs: () => javascript(),
  jsx: () => javascript({ jsx: true }),
  json: () => json(),
  css: () => css(),
  html: () => html(),
  svg: () => html(),
  md: () => markdown(),
  sql: () => sql({ dialect: SQLite }),
};

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.definitionKeyword], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.attributeValue], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--code-number)" },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.tagName],
    color: "var(--code-name)",
  },
  {
    tag: [tags.typeName, tags.className, tags.namespace, tags.attributeName, tags.propertyName],
    color: "var(--code-type)",
  },
  { tag: [tags.comment, tags.meta], color: "var(--code-comment)", fontStyle: "italic" },
  { tag: tags.heading, color: "var(--code-name)", fontWeight: "600" },
  { tag: tags.link, color: "var(--accent-ink)", textDecoration: "underline" },
]);

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--canvas)", fontSize: "0.8125rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.4rem" },
  ".cm-content": { padding: "0.75rem 0", caretColor: "var(--accent)" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--canvas)", color: "var(--muted)", border: "none", paddingLeft: "0.5rem" },
  ".cm-activeLine": { backgroundColor: "var(--hover)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--hover)", color: "var(--ink)" },
  ".cm-pointedLine": { backgroundColor: "var(--waiting-soft)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--hover)", border: "none", color: "var(--muted)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "var(--accent-line)",
  },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--accent-soft)",
    outline: "1px solid var(--accent-line)",
  },
  ".cm-searchMatch": { backgroundColor: "var(--waiting-soft)", outline: "1px solid var(--waiting-line)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--waiting-line)" },
  ".cm-panels": { backgroundColor: "var(--surface)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panels button, .cm-panels input, .cm-panels label": { fontFamily: "var(--font-ui)", fontSize: "0.8125rem" },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--hover)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius-s)",
  },
  ".cm-textfield": {
    backgroundColor: "var(--canvas)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius-s)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "var(--radius-s)",
    boxShadow: "var(--shadow-float)",
    maxWidth: "min(40rem, 90vw)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-code)", fontSize: "0.75rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--accent-soft)",
    color: "var(--accent-ink)",
  },
  ".cm-tooltip-hover, .quickinfo": {
    padding: "0.375rem 0.625rem",
    fontFamily: "var(--font-code)",
    fontSize: "0.75rem",
    whiteSpace: "pre-wrap",
  },
  ".cm-diagnostic": { fontFamily: "var(--font-ui)", fontSize: "0.75rem" },
  ".cm-changedLine": { backgroundColor: "var(--waiting-soft) !important" },
  ".cm-changedText, .cm-deletedText": { background: "var(--waiting-line) !important" },
  ".cm-deletedChunk": { backgroundColor: "var(--danger-soft)" },
});

export function editorLook(path: string): Extension[] {
  const extension = path.split(".").at(-1)?.toLowerCase() ?? "";
  return [syntaxHighlighting(colours), look, languages[extension]?.() ?? []];
}

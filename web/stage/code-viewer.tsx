import { css } from "@codemirror/lang-css";
import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { markdown } from "@codemirror/lang-markdown";
import { SQLite, sql } from "@codemirror/lang-sql";
import { HighlightStyle, foldGutter, syntaxHighlighting } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, highlightActiveLineGutter, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef } from "react";

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
  ".cm-content": { padding: "0.75rem 0" },
  ".cm-gutters": { backgroundColor: "var(--canvas)", color: "var(--muted)", border: "none", paddingLeft: "0.5rem" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--waiting-soft)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--hover)", border: "none", color: "var(--muted)" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": { backgroundColor: "var(--accent-soft)" },
});

interface CodeViewerProps {
  path: string;
  text: string;
  /** Is marked and scrolled to, from 1. */
  line: number | null;
}

/** Read-only. The default export is what `lazy` demands. */
export default function CodeViewer({ path, text, line }: CodeViewerProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return;
    const extension = path.split(".").at(-1)?.toLowerCase() ?? "";
    const view = new EditorView({
      parent: box.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(),
          foldGutter(),
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({
            tabindex: "0",
            "aria-label": path,
            role: "textbox",
            "aria-readonly": "true",
            "aria-multiline": "true",
          }),
          syntaxHighlighting(colours),
          look,
          languages[extension]?.() ?? [],
          line === null ? [] : [highlightActiveLine(), highlightActiveLineGutter()],
        ],
      }),
    });
    if (line !== null) {
      const { from } = view.state.doc.line(Math.min(line, view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    }
    return () => view.destroy();
  }, [path, text, line]);
  return <div ref={box} className="min-h-0 flex-1 overflow-hidden" />;
}

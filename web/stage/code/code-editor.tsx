import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyField, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  tooltips,
} from "@codemirror/view";
import { useEffect, useRef } from "react";
import { editorLook } from "./editor-look.ts";
import type { LanguageHelp } from "./language/language-help.ts";

interface CodeEditorProps {
  projectId: string;
  path: string;
  text: string;
  readOnly: boolean;
  /** Is marked and scrolled to, from 1. */
  line: number | null;
  /** Completion, types and errors; null where the language has none, or until it is loaded. */
  help: LanguageHelp | null;
  onChange: (text: string) => void;
  onSave: () => void;
}

/** Undo, selection and scroll of files whose tab is not shown, by project and path. */
const left = new Map<string, { state: unknown; scrollTop: number }>();
const mostLeft = 50;

/** The default export is what `lazy` demands. */
export default function CodeEditor(props: CodeEditorProps) {
  const { projectId, path, text, readOnly, line, help } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const helpSlot = useRef(new Compartment());
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (box.current === null) return;
    const key = `${projectId}\n${path}`;
    const slot = helpSlot.current;
    const config = {
      doc: latest.current.text,
      extensions: [
        common(path, readOnly),
        readOnly ? [] : writing(latest),
        slot.of(latest.current.help?.extensions(path, readOnly) ?? []),
      ],
    };
    const editor = new EditorView({
      parent: box.current,
      state: readOnly ? EditorState.create(config) : reopen(key, config),
    });
    view.current = editor;
    const was = left.get(key);
    if (!readOnly && was !== undefined)
      editor.requestMeasure({ read: () => {}, write: () => (editor.scrollDOM.scrollTop = was.scrollTop) });
    return () => {
      if (!readOnly) leave(key, editor);
      editor.destroy();
      view.current = null;
    };
  }, [projectId, path, readOnly]);

  useEffect(() => {
    view.current?.dispatch({
      effects: helpSlot.current.reconfigure(help?.extensions(path, readOnly) ?? []),
    });
  }, [help, path, readOnly]);

  // Merged, discarded or reloaded from outside; what was typed here is the same text already.
  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || line === null) return;
    const { from } = editor.state.doc.line(Math.min(line, editor.state.doc.lines));
    editor.dispatch({
      selection: { anchor: from },
      effects: [EditorView.scrollIntoView(from, { y: "center" }), pointed.reconfigure(pointAt(from))],
    });
    editor.focus();
  }, [line, path]);

  return <div ref={box} className="min-h-0 flex-1 overflow-hidden" />;
}

const pointed = new Compartment();
const pointAt = (from: number): Extension =>
  EditorView.decorations.of((view) => {
    const line = view.state.doc.lineAt(Math.min(from, view.state.doc.length));
    return Decoration.set(Decoration.line({ class: "cm-pointedLine" }).range(line.from));
  });

function common(path: string, readOnly: boolean): Extension[] {
  return [
    lineNumbers(),
    foldGutter(),
    bracketMatching(),
    search({ top: true }),
    // Out of the pane, which cuts what overflows it.
    tooltips({ parent: document.body }),
    highlightSelectionMatches(),
    pointed.of([]),
    EditorState.readOnly.of(readOnly),
    EditorState.tabSize.of(2),
    EditorView.editable.of(!readOnly),
    EditorView.contentAttributes.of({
      "aria-label": readOnly ? `${path}, read only` : path,
      role: "textbox",
      "aria-multiline": "true",
      tabindex: "0",
      ...(readOnly ? { "aria-readonly": "true" } : {}),
    }),
    editorLook(path),
    keymap.of([...searchKeymap, ...foldKeymap]),
  ];
}

function writing(latest: { current: CodeEditorProps }): Extension[] {
  return [
    history(),
    drawSelection(),
    indentOnInput(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    autocompletion(),
    keymap.of([
      {
        key: "Mod-s",
        preventDefault: true,
        run: () => {
          latest.current.onSave();
          return true;
        },
      },
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...historyKeymap,
      ...lintKeymap,
      ...defaultKeymap,
      // Escape, then Tab, leaves the editor.
      indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) latest.current.onChange(update.state.doc.toString());
    }),
  ];
}

function reopen(key: string, config: { doc: string; extensions: Extension }): EditorState {
  const was = left.get(key);
  if (was === undefined) return EditorState.create(config);
  const state = EditorState.fromJSON(was.state, { extensions: config.extensions }, { history: historyField });
  // It changed behind the tab: undoing into another text would lose that.
  return state.doc.toString() === config.doc ? state : EditorState.create(config);
}

function leave(key: string, editor: EditorView): void {
  left.delete(key);
  left.set(key, { state: editor.state.toJSON({ history: historyField }), scrollTop: editor.scrollDOM.scrollTop });
  for (const oldest of left.keys()) {
    if (left.size <= mostLeft) break;
    left.delete(oldest);
  }
}

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { useMediaQuery } from "../../lib/use-media-query.ts";
import { editorLook } from "./editor-look.ts";
import { composeMerge, type Side } from "./merge-draft.ts";

interface ConflictViewProps {
  path: string;
  /** What both began with; empty when there was none. */
  base: string;
  mine: string;
  theirs: string;
  /** Of the version that came in between. */
  number: number;
  onResolve: (text: string) => void;
}

const sides: { side: Side; label: string }[] = [
  { side: "mine", label: "Keep mine" },
  { side: "theirs", label: "Keep theirs" },
  { side: "both", label: "Keep both" },
];

/** The newest version beside the result, which can be edited. The default export is what `lazy` demands. */
export default function ConflictView({ path, base, mine, theirs, number, onResolve }: ConflictViewProps) {
  const [side, setSide] = useState<Side>("mine");
  const start = useMemo(() => composeMerge(base, mine, theirs, side), [base, mine, theirs, side]);
  const box = useRef<HTMLDivElement>(null);
  const result = useRef<EditorView | null>(null);
  const wide = useMediaQuery("(min-width: 48rem)");

  useEffect(() => {
    const parent = box.current;
    if (parent === null) return;
    const extensions = resultExtensions(path);
    if (wide) {
      const merge = new MergeView({
        parent,
        a: { doc: theirs, extensions: theirsExtensions(path, number) },
        b: { doc: start, extensions },
        revertControls: "a-to-b",
        renderRevertControl: revertButton,
        highlightChanges: true,
      });
      result.current = merge.b;
      return () => merge.destroy();
    }
    const view = new EditorView({
      parent,
      state: EditorState.create({
        doc: start,
        extensions: [extensions, unifiedMergeView({ original: theirs, mergeControls: false })],
      }),
    });
    result.current = view;
    return () => view.destroy();
  }, [path, theirs, start, number, wide]);

  return (
    <section aria-label={`Conflict in ${path}`} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b border-waiting-line bg-waiting-soft px-3 py-2 text-sm">
        <p className="min-w-0 flex-1">
          <span className="font-[600]">Version {number} changed the same lines.</span> Choose, or edit the result
          {wide ? " on the right" : ""}.
        </p>
        <div role="group" aria-label="Where both changed" className="flex flex-wrap gap-1">
          {sides.map((option) => (
            <Button
              key={option.side}
              size="sm"
              look={option.side === side ? "soft" : "outline"}
              aria-pressed={option.side === side}
              onClick={() => setSide(option.side)}
            >
              {option.label}
            </Button>
          ))}
        </div>
        <Button size="sm" look="primary" onClick={() => onResolve(result.current?.state.doc.toString() ?? start)}>
          Use the result
        </Button>
      </div>
      {wide && (
        <div className="grid grid-cols-2 border-b border-line bg-surface text-xs text-muted" aria-hidden="true">
          <p className="px-3 py-1">Version {number}</p>
          <p className="px-3 py-1">Result</p>
        </div>
      )}
      <div
        ref={box}
        className="min-h-0 flex-1 overflow-auto [&_.cm-mergeView]:min-h-full [&_.cm-mergeViewEditors]:min-h-full"
      />
    </section>
  );
}

function theirsExtensions(path: string, number: number): Extension[] {
  return [
    lineNumbers(),
    editorLook(path),
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({
      "aria-label": `${path} of version ${number}, read only`,
      "aria-readonly": "true",
      tabindex: "0",
    }),
  ];
}

function resultExtensions(path: string): Extension[] {
  return [
    lineNumbers(),
    history(),
    keymap.of([...historyKeymap, ...defaultKeymap]),
    editorLook(path),
    EditorView.contentAttributes.of({ "aria-label": `${path}, the result` }),
  ];
}

function revertButton(): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "→";
  button.title = "Take this place from the version on the left";
  button.setAttribute("aria-label", button.title);
  return button;
}

import FilePlus from "lucide-react/icons/file-plus";
import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { useMemo, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { fileTree } from "../file-tree.ts";
import { TreeView } from "../tree-view.tsx";
import type { ListedFile, Mark } from "./draft.ts";
import { FileDialog, type FileQuestion } from "./file-dialog.tsx";

const markWords: Record<Mark, { letter: string; word: string }> = {
  edited: { letter: "M", word: "edited, not saved" },
  new: { letter: "A", word: "new, not saved" },
  conflict: { letter: "!", word: "in conflict" },
};

export interface FileActions {
  create: (path: string) => void;
  rename: (from: string, to: string) => void;
  remove: (path: string) => void;
}

interface FilesSideProps {
  files: readonly ListedFile[];
  selected: string | null;
  onSelect: (path: string) => void;
  /** null: everything can be read, nothing be changed. */
  actions: FileActions | null;
}

export function FilesSide({ files, selected, onSelect, actions }: FilesSideProps) {
  const tree = useMemo(() => fileTree(files), [files]);
  const marks = useMemo(
    () => new Map(files.flatMap(({ path, mark }) => (mark === null ? [] : [[path, markWords[mark]] as const]))),
    [files],
  );
  const [question, setQuestion] = useState<FileQuestion | null>(null);
  const rename = (path: string): void => setQuestion({ kind: "rename", path });
  const remove = (path: string): void => setQuestion({ kind: "delete", path });
  const canChange = selected !== null && files.some(({ path }) => path === selected);
  return (
    <>
      {actions !== null && (
        <div role="group" aria-label="Change files" className="flex items-center gap-1 border-b border-line px-2 py-1">
          <Button size="sm" look="quiet" onClick={() => setQuestion({ kind: "create", path: folderOf(selected) })}>
            <FilePlus /> New file
          </Button>
          <span className="flex-1" />
          <Button
            size="icon"
            look="quiet"
            aria-label="Rename the selected file"
            title="Rename (F2)"
            disabled={!canChange}
            onClick={() => selected !== null && rename(selected)}
          >
            <Pencil />
          </Button>
          <Button
            size="icon"
            look="quiet"
            aria-label="Delete the selected file"
            title="Delete (Del)"
            disabled={!canChange}
            onClick={() => selected !== null && remove(selected)}
          >
            <Trash2 />
          </Button>
        </div>
      )}
      <div className="min-h-0 flex-1 overflow-auto">
        <TreeView
          tree={tree}
          selected={selected}
          onSelect={onSelect}
          marks={marks}
          {...(actions === null ? {} : { onRename: rename, onDelete: remove })}
        />
      </div>
      {actions !== null && (
        <FileDialog question={question} files={files} actions={actions} close={() => setQuestion(null)} />
      )}
    </>
  );
}

function folderOf(path: string | null): string {
  if (path === null || !path.includes("/")) return "";
  return path.slice(0, path.lastIndexOf("/") + 1);
}

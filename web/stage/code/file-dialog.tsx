import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../../components/ui/dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { type ListedFile, pathProblem } from "./draft.ts";
import type { FileActions } from "./files-side.tsx";

/** `path`: the file, or for a new one where it would stand. */
export interface FileQuestion {
  kind: "create" | "rename" | "delete";
  path: string;
}

interface FileDialogProps {
  question: FileQuestion | null;
  files: readonly ListedFile[];
  actions: FileActions;
  close: () => void;
}

export function FileDialog({ question, files, actions, close }: FileDialogProps) {
  return (
    <Dialog open={question !== null} onOpenChange={(open) => !open && close()}>
      {question !== null && question.kind !== "delete" && (
        <DialogContent
          title={question.kind === "create" ? "New file" : "Rename file"}
          description="Folders are made as they are needed. Nothing is saved until you save a version."
        >
          <PathForm
            key={question.path}
            question={question}
            taken={files.map((file) => file.path).filter((path) => path !== question.path)}
            onDone={(path) => {
              if (question.kind === "create") actions.create(path);
              else actions.rename(question.path, path);
              close();
            }}
          />
        </DialogContent>
      )}
      {question?.kind === "delete" && (
        <DialogContent
          title={`Delete ${question.path.split("/").at(-1)}?`}
          description="It stays in the versions before. Nothing is saved until you save a version."
        >
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Keep it</Button>
            </DialogClose>
            <Button
              look="danger"
              onClick={() => {
                actions.remove(question.path);
                close();
              }}
            >
              Delete file
            </Button>
          </div>
        </DialogContent>
      )}
    </Dialog>
  );
}

interface PathFormProps {
  question: FileQuestion;
  taken: readonly string[];
  onDone: (path: string) => void;
}

function PathForm({ question, taken, onDone }: PathFormProps) {
  const [path, setPath] = useState(question.path);
  const [tried, setTried] = useState(false);
  const problem = pathProblem(path, taken);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem === null) onDone(path);
      }}
    >
      <Field label="Path" problem={tried ? (problem ?? undefined) : undefined}>
        {(ids) => (
          <Input
            {...ids}
            value={path}
            onChange={(event) => setPath(event.target.value)}
            spellCheck={false}
            autoCapitalize="off"
            className="font-mono text-sm"
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" look="primary">
          {question.kind === "create" ? "Create file" : "Rename"}
        </Button>
      </div>
    </form>
  );
}

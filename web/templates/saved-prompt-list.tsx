import { useMutation } from "@tanstack/react-query";
import Ellipsis from "lucide-react/icons/ellipsis";
import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { type FormEvent, useState } from "react";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { Field } from "../components/ui/field.tsx";
import { Input } from "../components/ui/input.tsx";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../components/ui/menu.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { SavedPrompt } from "../lib/api-types.ts";
import { savedPromptsQuery } from "../lib/dashboard-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { api } from "../session/session.ts";
import { toast } from "../lib/toast.ts";

const addressOf = ({ workspaceId, id }: SavedPrompt): string => `/api/v1/workspaces/${workspaceId}/prompts/${id}`;
const reread = ({ workspaceId }: SavedPrompt): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: savedPromptsQuery(workspaceId).queryKey });

interface SavedPromptListProps {
  prompts: readonly SavedPrompt[];
  onUse: (prompt: SavedPrompt) => void;
  canWrite: boolean;
}

/** Prompts that the workspace keeps; each can be used, renamed, deleted. */
export function SavedPromptList({ prompts, onUse, canWrite }: SavedPromptListProps) {
  const [renaming, setRenaming] = useState<SavedPrompt | null>(null);
  const remove = useMutation({
    mutationFn: (prompt: SavedPrompt) => api.send("DELETE", addressOf(prompt)),
    onSuccess: async (_nothing, prompt) => {
      await reread(prompt);
      toast.success(`“${prompt.title}” was deleted`);
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  return (
    <>
      <ul className="grid gap-3 md:grid-cols-2">
        {prompts.map((prompt) => (
          <li
            key={prompt.id}
            className="relative flex items-start gap-2 rounded-lg border border-line bg-surface p-4 shadow-raise hover:border-line-strong"
          >
            <div className="min-w-0 flex-1">
              <h3 className="font-[600] wrap-anywhere">
                <button
                  type="button"
                  onClick={() => onUse(prompt)}
                  className="text-left after:absolute after:inset-0 after:rounded-lg"
                >
                  {prompt.title}
                </button>
              </h3>
              <p className="mt-1 line-clamp-3 text-sm text-muted wrap-anywhere">{prompt.prompt}</p>
            </div>
            {canWrite && (
              <Menu>
                <MenuTrigger asChild>
                  <Button
                    look="quiet"
                    size="icon"
                    aria-label={`More about ${prompt.title}`}
                    className="relative z-10 -mt-1 -mr-1"
                  >
                    <Ellipsis />
                  </Button>
                </MenuTrigger>
                <MenuContent>
                  <MenuItem onSelect={() => setRenaming(prompt)}>
                    <Pencil /> Rename…
                  </MenuItem>
                  <MenuItem onSelect={() => remove.mutate(prompt)} className="text-danger-ink [&_svg]:text-danger-ink">
                    <Trash2 /> Delete
                  </MenuItem>
                </MenuContent>
              </Menu>
            )}
          </li>
        ))}
      </ul>
      <Dialog open={renaming !== null} onOpenChange={(open) => !open && setRenaming(null)}>
        {renaming !== null && (
          <DialogContent title="Rename the template">
            <RenameForm prompt={renaming} close={() => setRenaming(null)} />
          </DialogContent>
        )}
      </Dialog>
    </>
  );
}

function RenameForm({ prompt, close }: { prompt: SavedPrompt; close: () => void }) {
  const [title, setTitle] = useState(prompt.title);
  const rename = useMutation({
    mutationFn: () => api.send<SavedPrompt>("PATCH", addressOf(prompt), { title: title.trim() }),
    onSuccess: async (saved) => {
      await reread(saved);
      toast.success(`Renamed to “${saved.title}”`);
      close();
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (title.trim() !== "") rename.mutate();
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label="Title" problem={rename.isError ? errorLine(rename.error) : undefined}>
        {(ids) => <Input {...ids} value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" look="primary" disabled={title.trim() === ""} busy={rename.isPending}>
          Rename
        </Button>
      </div>
    </form>
  );
}

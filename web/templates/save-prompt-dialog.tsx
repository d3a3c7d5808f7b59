import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { variablesOf } from "#protocol/prompt-variables.ts";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { Field } from "../components/ui/field.tsx";
import { Input } from "../components/ui/input.tsx";
import { Select } from "../components/ui/select.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { SavedPrompt } from "../lib/api-types.ts";
import { savedPromptsQuery } from "../lib/dashboard-queries.ts";
import { nameFromPrompt } from "../lib/format.ts";
import { queryClient } from "../lib/query-client.ts";
import { workspacesQuery } from "../lib/workspace-queries.ts";
import { api } from "../session/session.ts";
import { toast } from "../lib/toast.ts";

interface SavePromptDialogProps {
  prompt: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Keeps a prompt for the workspace, under a title. */
export function SavePromptDialog({ prompt, open, onOpenChange }: SavePromptDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      {open && (
        <DialogContent
          title="Save as template"
          description="Everybody in the workspace finds it among the templates. Write {{name}} in the text where something is to be asked for each time."
        >
          <SaveForm prompt={prompt.trim()} close={() => onOpenChange(false)} />
        </DialogContent>
      )}
    </Dialog>
  );
}

function SaveForm({ prompt, close }: { prompt: string; close: () => void }) {
  const [title, setTitle] = useState(() => nameFromPrompt(prompt));
  const [chosen, setChosen] = useState<string | null>(null);
  const workspaces = useQuery(workspacesQuery);
  const writable = workspaces.data?.filter(({ role }) => role !== "viewer") ?? [];
  const workspaceId = chosen ?? writable[0]?.id ?? null;
  const variables = variablesOf(prompt);
  const save = useMutation({
    mutationFn: () =>
      api.send<SavedPrompt>("POST", `/api/v1/workspaces/${workspaceId}/prompts`, { title: title.trim(), prompt }),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: savedPromptsQuery(saved.workspaceId).queryKey });
      toast.success(`“${saved.title}” is among your templates`);
      close();
    },
  });
  const ready = title.trim() !== "" && workspaceId !== null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) save.mutate();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label="Title"
        hint={variables.length === 0 ? undefined : `It will ask for: ${variables.join(", ")}.`}
        problem={save.isError ? errorLine(save.error) : undefined}
      >
        {(ids) => (
          <Input {...ids} value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} autoFocus />
        )}
      </Field>
      {writable.length > 1 && workspaceId !== null && (
        <Select
          label="Workspace"
          value={workspaceId}
          onChange={setChosen}
          options={writable.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div className="flex justify-end gap-2">
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" look="primary" disabled={!ready} busy={save.isPending}>
          Save template
        </Button>
      </div>
    </form>
  );
}

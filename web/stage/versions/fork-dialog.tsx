import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../../components/ui/dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { errorLine } from "../../lib/api-error.ts";
import type { ListedVersion, Project } from "../../lib/api-types.ts";
import { queryClient } from "../../lib/query-client.ts";
import { useProject } from "../../session/project-context.ts";
import { api } from "../../session/session.ts";
import { toast } from "../../lib/toast.ts";

export function ForkDialog({
  version,
  name,
  close,
}: {
  version: ListedVersion | null;
  name: string;
  close: () => void;
}) {
  return (
    <Dialog open={version !== null} onOpenChange={(open) => !open && close()}>
      {version !== null && (
        <DialogContent
          title={`Fork version ${version.number}`}
          description="A branch here is a project of its own, with this history and data of its own. Both go on apart; git can merge them."
        >
          <ForkForm key={version.id} version={version} start={`${name} (fork)`.slice(0, 80)} close={close} />
        </DialogContent>
      )}
    </Dialog>
  );
}

function ForkForm({ version, start, close }: { version: ListedVersion; start: string; close: () => void }) {
  const { projectId } = useProject();
  const navigate = useNavigate();
  const [name, setName] = useState(start);
  const fork = useMutation({
    mutationFn: (body: { name: string }) =>
      api.send<Project>("POST", `/api/v1/projects/${projectId}/versions/${version.id}/fork`, body),
    onSuccess: async (made) => {
      close();
      toast.success(`${made.name} goes on from version ${version.number}`);
      await queryClient.invalidateQueries({ queryKey: ["projects"] });
      await navigate(`/projects/${made.id}?tab=versions`);
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") fork.mutate({ name: name.trim() });
      }}
    >
      <Field label="Name of the new project">
        {(ids) => <Input {...ids} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" look="primary" disabled={name.trim() === ""} busy={fork.isPending}>
          Fork
        </Button>
      </div>
    </form>
  );
}

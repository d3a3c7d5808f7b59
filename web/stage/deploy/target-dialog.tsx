import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { deployTargetOf, deployTargets, type DeployTargetId } from "#protocol/deploy-targets.ts";
import { ConnectForm } from "../../connections/connect-form.tsx";
import { Button } from "../../components/ui/button.tsx";
import { DialogClose, DialogContent } from "../../components/ui/dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Select } from "../../components/ui/select.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { ApiError, errorLine } from "../../lib/api-error.ts";
import type { Connection, Environment } from "../../lib/api-types.ts";
import { connectionsQuery } from "../../lib/deploy-queries.ts";
import { useProject } from "../../session/project-context.ts";
import { api } from "../../session/session.ts";
import { environmentNames } from "./deployment-words.ts";
import { useRefreshDeployments } from "./use-deploy.ts";
import { toast } from "../../lib/toast.ts";

interface TargetDialogProps {
  environment: Environment;
  workspaceId: string;
  onSaved: () => void;
}

/** Inside a Dialog: where an environment is deployed to, with the account that this takes. */
export function TargetDialog({ environment: item, workspaceId, onSaved }: TargetDialogProps) {
  const [provider, setProvider] = useState<DeployTargetId>(item.provider);
  const connections = useQuery(connectionsQuery(workspaceId));
  const target = deployTargetOf(provider);
  const connection = connections.data?.items.find((one) => one.provider === provider);
  const needsAccount = target?.secret != null && connection === undefined;
  return (
    <DialogContent
      className="w-[min(36rem,calc(100vw-2rem))]"
      title={`Where ${environmentNames[item.environment].toLowerCase()} runs`}
      description="Holds from the next deployment on. What runs at the place before stays there."
    >
      <Select
        label="Place"
        value={provider}
        onChange={setProvider}
        options={deployTargets.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <p className="mt-3 text-sm text-muted">{target?.summary}</p>
      <p className="mt-1 text-sm text-muted">
        For AWS, Google Cloud or a machine with Docker, Export gives the project with the steps.
      </p>
      {connections.isPending && <Skeleton className="mt-4 h-24" role="status" aria-label="Loading the accounts" />}
      {connections.isError && provider !== "nexusgen" && (
        <p className="mt-4 text-sm text-danger-ink">Only admins of the workspace connect accounts.</p>
      )}
      {connections.isSuccess && needsAccount && provider !== "nexusgen" && (
        <div className="mt-4">
          <ConnectForm key={provider} provider={provider} workspaceId={workspaceId} />
        </div>
      )}
      {((connections.isSuccess && !needsAccount) || provider === "nexusgen") && (
        <Place key={provider} item={item} provider={provider} connection={connection} onSaved={onSaved} />
      )}
    </DialogContent>
  );
}

interface PlaceProps {
  item: Environment;
  provider: DeployTargetId;
  connection: Connection | undefined;
  onSaved: () => void;
}

function Place({ item, provider, connection, onSaved }: PlaceProps) {
  const { projectId } = useProject();
  const refresh = useRefreshDeployments();
  const target = deployTargetOf(provider);
  const [place, setPlace] = useState<Record<string, string>>(provider === item.provider ? item.place : {});
  const save = useMutation({
    mutationFn: () =>
      api.send("PUT", `/api/v1/projects/${projectId}/environments/${item.environment}`, { provider, place }),
    onSuccess: async () => {
      toast.success(`The next deployment goes to ${target?.name}`);
      await refresh();
      onSaved();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="mt-4 flex flex-col gap-4" onSubmit={submit} noValidate>
      {connection && (
        <p className="text-sm">
          Connected{connection.login !== null && ` as ${connection.login}`}
          {connection.lastSigns !== null && <span className="font-mono text-xs"> (…{connection.lastSigns})</span>}
        </p>
      )}
      {target?.place.map(({ name, label, hint, optional }) => (
        <Field
          key={name}
          label={optional ? `${label} (optional)` : label}
          hint={hint}
          problem={save.error instanceof ApiError ? save.error.fieldMessage(`place.${name}`) : undefined}
        >
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              spellCheck={false}
              value={place[name] ?? ""}
              onChange={(event) => setPlace({ ...place, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {save.isError && (
        <p role="alert" className="text-sm text-danger-ink">
          {errorLine(save.error)}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <DialogClose asChild>
          <Button look="quiet">Cancel</Button>
        </DialogClose>
        <Button type="submit" look="primary" busy={save.isPending}>
          Use it
        </Button>
      </div>
    </form>
  );
}

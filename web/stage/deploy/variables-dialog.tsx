import { useMutation } from "@tanstack/react-query";
import Trash from "lucide-react/icons/trash-2";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { DialogContent } from "../../components/ui/dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Textarea } from "../../components/ui/input.tsx";
import { SecretField } from "../../components/ui/secret-field.tsx";
import { errorLine } from "../../lib/api-error.ts";
import type { Environment } from "../../lib/api-types.ts";
import { formatAgo } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { useProject } from "../../session/project-context.ts";
import { api } from "../../session/session.ts";
import { environmentNames } from "./deployment-words.ts";
import { readAssignments } from "./read-assignments.ts";
import { useRefreshDeployments } from "./use-deploy.ts";
import { toast } from "../../lib/toast.ts";

interface VariablesDialogProps {
  environment: Environment;
  canChange: boolean;
  canStore: boolean;
}

/** Inside a Dialog. Values go in and never come back. */
export function VariablesDialog({ environment: item, canChange, canStore }: VariablesDialogProps) {
  const { projectId } = useProject();
  const refresh = useRefreshDeployments();
  const now = useNow(true, 30_000);
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const place = environmentNames[item.environment].toLowerCase();
  const change = useMutation({
    mutationFn: (body: { set?: Record<string, string>; remove?: string[] }) =>
      api.send("PATCH", `/api/v1/projects/${projectId}/environments/${item.environment}/variables`, body),
    onSuccess: async (_answer, { set, remove }) => {
      if (set) {
        setName("");
        setValue("");
      }
      toast.success(set ? "Saved for the next deployment" : `${remove?.[0]} is gone with the next deployment`);
      await refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A whole .env file may be pasted into the name.
    change.mutate({ set: name.includes("=") ? readAssignments(name) : { [name.trim()]: value } });
  };
  return (
    <DialogContent
      title={`Variables of ${place}`}
      description="The app’s server reads them as process.env and env. They are sealed, never shown again, and reach the app with the next deployment."
    >
      {item.variables.length === 0 ? (
        <p className="text-sm text-muted">None are set.</p>
      ) : (
        <ul className="divide-y divide-line rounded-md border border-line">
          {item.variables.map((variable) => (
            <li key={variable.name} className="flex items-center gap-2 py-1 pr-1 pl-3">
              <span className="min-w-0 flex-1">
                <code className="block truncate font-mono text-sm">{variable.name}</code>
                <span className="text-xs text-muted">set {formatAgo(variable.setAt, now)}</span>
              </span>
              {canChange && (
                <Button
                  look="quiet"
                  size="icon"
                  aria-label={`Remove ${variable.name}`}
                  disabled={change.isPending}
                  onClick={() => change.mutate({ remove: [variable.name] })}
                >
                  <Trash />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!canStore && (
        <p className="mt-3 text-sm text-waiting-ink">
          This platform has no encryption key (ENCRYPTION_KEY), so it cannot store variables.
        </p>
      )}
      {canChange && (
        <form className="mt-4 flex flex-col gap-3" onSubmit={submit} noValidate>
          <Field label="Name" hint="Or paste lines of a .env file.">
            {(ids) => (
              <Textarea
                {...ids}
                rows={name.includes("\n") ? 5 : 1}
                className="font-mono text-sm"
                autoComplete="off"
                spellCheck={false}
                placeholder="PAYMENT_KEY"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          {!name.includes("=") && <SecretField label="Value" value={value} onChange={setValue} />}
          {change.isError && (
            <p role="alert" className="text-sm text-danger-ink">
              {errorLine(change.error)}
            </p>
          )}
          <Button
            type="submit"
            look="primary"
            className="self-end"
            busy={change.isPending}
            disabled={name.trim() === ""}
          >
            Save
          </Button>
        </form>
      )}
    </DialogContent>
  );
}

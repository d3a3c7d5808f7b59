import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { connectionKindOf, type ConnectionId } from "#protocol/deploy-targets.ts";
import { Button } from "../components/ui/button.tsx";
import { Field } from "../components/ui/field.tsx";
import { Input } from "../components/ui/input.tsx";
import { SecretField } from "../components/ui/secret-field.tsx";
import { ApiError, errorLine } from "../lib/api-error.ts";
import type { Connection } from "../lib/api-types.ts";
import { connectionsQuery } from "../lib/deploy-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { toast } from "../lib/toast.ts";
import { api } from "../session/session.ts";

interface ConnectFormProps {
  provider: ConnectionId;
  workspaceId: string;
  /** The one that is replaced: its secret has to be given again. */
  stored?: Connection | undefined;
  onSaved?: (connection: Connection) => void | Promise<void>;
  /** Beside the button. */
  children?: ReactNode;
}

/** The account of a workspace at GitHub or at a host; it is tried before it is stored. */
export function ConnectForm({ provider, workspaceId, stored, onSaved, children }: ConnectFormProps) {
  const kind = connectionKindOf(provider);
  const [secret, setSecret] = useState("");
  const [account, setAccount] = useState<Record<string, string>>(stored?.account ?? {});
  const save = useMutation({
    mutationFn: () =>
      api.send<Connection>("PUT", `/api/v1/workspaces/${workspaceId}/connections/${provider}`, { secret, account }),
    onSuccess: async (connection) => {
      const { login } = connection;
      toast.success(`${kind.name} is connected${login === null ? "" : ` as ${login}`}`);
      await queryClient.invalidateQueries({ queryKey: connectionsQuery(workspaceId).queryKey });
      await onSaved?.(connection);
    },
  });
  const problem = (field: string) => (save.error instanceof ApiError ? save.error.fieldMessage(field) : undefined);
  const isKnown = ["secret", ...kind.account.map(({ name }) => `account.${name}`)].some(
    (field) => problem(field) !== undefined,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={submit} noValidate>
      {kind.account.map(({ name, label, hint, optional }) => (
        <Field
          key={name}
          label={optional ? `${label} (optional)` : label}
          hint={hint}
          problem={problem(`account.${name}`)}
        >
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              spellCheck={false}
              value={account[name] ?? ""}
              onChange={(event) => setAccount({ ...account, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <SecretField
        label={kind.secret.label}
        hint={kind.secret.hint}
        problem={problem("secret")}
        value={secret}
        onChange={setSecret}
      />
      {save.isError && !isKnown && (
        <p role="alert" className="text-sm text-danger-ink">
          {errorLine(save.error)}
        </p>
      )}
      <div className="flex justify-end gap-2">
        {children}
        <Button type="submit" look="primary" busy={save.isPending} disabled={secret.trim() === ""}>
          Connect
        </Button>
      </div>
    </form>
  );
}

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "../components/ui/button.tsx";
import { DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { Field } from "../components/ui/field.tsx";
import { Input } from "../components/ui/input.tsx";
import { SecretField } from "../components/ui/secret-field.tsx";
import { ApiError, errorLine } from "../lib/api-error.ts";
import type { ProviderId, ProviderKey, PutProviderKey } from "../lib/api-types.ts";
import { api } from "../session/session.ts";
import { providers } from "./providers.ts";

interface ProviderKeyFormProps {
  provider: ProviderId;
  stored: ProviderKey | undefined;
  path: string;
  onSaved: () => void;
}

/** Inside a Dialog. An empty key keeps the stored one, as long as the address stays. */
export function ProviderKeyForm({ provider, stored, path, onSaved }: ProviderKeyFormProps) {
  const [apiKey, setApiKey] = useState("");
  const [baseUrl, setBaseUrl] = useState(stored?.baseUrl ?? "");
  const [model, setModel] = useState(stored?.model ?? "");
  const save = useMutation({
    mutationFn: (body: PutProviderKey) => api.send<ProviderKey>("PUT", path, body),
    onSuccess: onSaved,
  });
  const about = providers.find(({ id }) => id === provider);
  const own = provider === "compatible";
  const problem = (field: string) => fieldProblem(save.error, field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const key = apiKey.trim();
    const keeps = stored !== undefined && key === "" && (stored.baseUrl ?? "") === baseUrl.trim();
    save.mutate({
      ...(keeps ? {} : { apiKey: key === "" && own ? null : key }),
      baseUrl: baseUrl.trim() || null,
      model: model.trim() || null,
    });
  };
  const known = ["apiKey", "baseUrl", "model"].some((field) => problem(field) !== undefined);
  return (
    <DialogContent
      title={`Key of ${about?.name ?? provider}`}
      description="It is tried with a call of a few tokens as soon as it is saved."
    >
      <form className="flex flex-col gap-4" onSubmit={submit} noValidate>
        {own && (
          <Field
            label="Address"
            hint="With its version path, such as http://localhost:11434/v1 for Ollama."
            problem={problem("baseUrl")}
          >
            {(ids) => (
              <Input
                {...ids}
                type="url"
                inputMode="url"
                autoComplete="off"
                value={baseUrl}
                onChange={(event) => setBaseUrl(event.target.value)}
              />
            )}
          </Field>
        )}
        <SecretField
          label="Key"
          hint={stored ? "Leave it empty to keep the stored one." : about?.keyHint}
          problem={problem("apiKey")}
          value={apiKey}
          onChange={setApiKey}
        />
        <Field
          label={own ? "Model" : "Model (optional)"}
          hint={own ? "As the server calls it." : "The platform’s usual one when empty."}
          problem={problem("model")}
        >
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              spellCheck={false}
              value={model}
              onChange={(event) => setModel(event.target.value)}
            />
          )}
        </Field>
        {save.isError && !known && (
          <p role="alert" className="text-sm text-danger-ink">
            {errorLine(save.error)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <DialogClose asChild>
            <Button look="quiet">Cancel</Button>
          </DialogClose>
          <Button type="submit" look="primary" busy={save.isPending}>
            Save and test
          </Button>
        </div>
      </form>
    </DialogContent>
  );
}

function fieldProblem(error: unknown, field: string): string | undefined {
  return error instanceof ApiError ? error.fieldMessage(field) : undefined;
}

import { useMutation } from "@tanstack/react-query";
import Copy from "lucide-react/icons/copy";
import { type FormEvent, useState } from "react";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { DialogContent } from "../../components/ui/dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { errorLine } from "../../lib/api-error.ts";
import type { Domain, Environment } from "../../lib/api-types.ts";
import { useProject } from "../../session/project-context.ts";
import { api } from "../../session/session.ts";
import { environmentNames } from "./deployment-words.ts";
import { useRefreshDeployments } from "./use-deploy.ts";
import { toast } from "../../lib/toast.ts";

/** Inside a Dialog: host names of one's own, with the records that prove and lead them. */
export function DomainsDialog({ environment: item, canChange }: { environment: Environment; canChange: boolean }) {
  const { projectId } = useProject();
  const refresh = useRefreshDeployments();
  const [host, setHost] = useState("");
  const add = useMutation({
    mutationFn: () =>
      api.send("POST", `/api/v1/projects/${projectId}/domains`, { host, environment: item.environment }),
    onSuccess: async () => {
      setHost("");
      toast.success("Now set the two records");
      await refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <DialogContent
      className="w-[min(40rem,calc(100vw-2rem))]"
      title={`Domains of ${environmentNames[item.environment].toLowerCase()}`}
      description="A name of your own leads to the app once its records prove that it is yours."
    >
      {item.provider !== "nexusgen" && (
        <p className="mb-3 text-sm text-waiting-ink">
          This environment is deployed elsewhere: a domain named here leads to what NexusGen hosts.
        </p>
      )}
      {item.domains.length === 0 ? (
        <p className="text-sm text-muted">There is none yet.</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {item.domains.map((domain) => (
            <DomainItem key={domain.id} domain={domain} canChange={canChange} />
          ))}
        </ul>
      )}
      {canChange && (
        <form className="mt-4 flex flex-wrap items-end gap-2" onSubmit={submit} noValidate>
          <Field label="Host name" className="min-w-0 flex-1 basis-52">
            {(ids) => (
              <Input
                {...ids}
                inputMode="url"
                autoComplete="off"
                spellCheck={false}
                placeholder="app.example.com"
                value={host}
                onChange={(event) => setHost(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" look="primary" className="h-10" busy={add.isPending} disabled={host.trim() === ""}>
            Add
          </Button>
          {add.isError && (
            <p role="alert" className="basis-full text-sm text-danger-ink">
              {errorLine(add.error)}
            </p>
          )}
        </form>
      )}
    </DialogContent>
  );
}

function DomainItem({ domain, canChange }: { domain: Domain; canChange: boolean }) {
  const { projectId } = useProject();
  const refresh = useRefreshDeployments();
  const path = `/api/v1/projects/${projectId}/domains/${domain.id}`;
  const verify = useMutation({
    mutationFn: () => api.send<Domain>("POST", `${path}/verify`),
    onSuccess: async ({ status, host }) => {
      if (status === "verified") toast.success(`${host} leads to the app now`);
      await refresh();
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  const remove = useMutation({
    mutationFn: () => api.send("DELETE", path),
    onSuccess: async () => {
      toast.success(`${domain.host} was removed`);
      await refresh();
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  const verified = domain.status === "verified";
  return (
    <li className="rounded-md border border-line p-3" aria-label={domain.host}>
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="min-w-0 truncate font-[600]">{domain.host}</h3>
        <span role="status">
          <Badge tone={verified ? "done" : "waiting"}>{verified ? "Verified" : "Not verified"}</Badge>
        </span>
        {canChange && (
          <span className="ml-auto flex gap-1">
            {!verified && (
              <Button size="sm" busy={verify.isPending} onClick={() => verify.mutate()}>
                Check now
              </Button>
            )}
            <Button size="sm" look="dangerQuiet" busy={remove.isPending} onClick={() => remove.mutate()}>
              Remove
            </Button>
          </span>
        )}
      </div>
      {domain.problem !== null && !verified && (
        <p className="mt-2 text-sm text-waiting-ink wrap-anywhere">{domain.problem}</p>
      )}
      <dl className="mt-2 flex flex-col gap-2 text-sm">
        {domain.records.map(({ type, name, value }) => (
          <div key={type} className="min-w-0 rounded-sm bg-sunken p-2">
            <dt className="flex items-center gap-2">
              <span className="w-14 text-xs font-[600]">{type}</span>
              <code className="min-w-0 truncate font-mono text-xs">{name}</code>
            </dt>
            <dd className="mt-1 flex items-center gap-2 pl-16">
              <code className="min-w-0 flex-1 font-mono text-xs wrap-anywhere">{value}</code>
              <Button
                look="quiet"
                size="icon"
                aria-label={`Copy the value of the ${type} record`}
                onClick={() => void navigator.clipboard.writeText(value).then(() => toast.success("Copied"))}
              >
                <Copy />
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

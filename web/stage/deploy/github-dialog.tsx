import { useMutation, useQuery } from "@tanstack/react-query";
import ExternalLink from "lucide-react/icons/external-link";
import { type FormEvent, useState } from "react";
import { ConnectForm } from "../../connections/connect-form.tsx";
import { Button } from "../../components/ui/button.tsx";
import { DialogContent } from "../../components/ui/dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { ApiError, errorLine } from "../../lib/api-error.ts";
import type { GitHub, Push, StartPush } from "../../lib/api-types.ts";
import { githubQuery } from "../../lib/deploy-queries.ts";
import { projectQuery } from "../../lib/project-queries.ts";
import { queryClient } from "../../lib/query-client.ts";
import { useProject } from "../../session/project-context.ts";
import { api } from "../../session/session.ts";
import { PushProgress } from "./push-progress.tsx";

/** Inside a Dialog: connect once, then push a version to a branch or as a pull request. */
export function GitHubDialog({ versionId, versionNumber }: { versionId: string; versionNumber: number | null }) {
  const { projectId } = useProject();
  const project = useQuery(projectQuery(projectId)).data;
  const github = useQuery(githubQuery(projectId));
  const refresh = useRefresh();
  const words =
    "The version becomes one commit. Only what changed is sent, and a branch that somebody else has written to is left alone.";
  return (
    <DialogContent title="Push to GitHub" description={words}>
      {github.isPending && <Skeleton className="h-40" role="status" aria-label="Asking for the repository" />}
      {github.isError && <p className="text-sm text-danger-ink">{errorLine(github.error)}</p>}
      {github.isSuccess && github.data.login === null && (
        <ConnectForm provider="github" workspaceId={project?.workspaceId ?? ""} onSaved={refresh} />
      )}
      {github.isSuccess && github.data.login !== null && (
        <PushForm
          github={github.data}
          login={github.data.login}
          slug={project?.slug ?? "app"}
          versionId={versionId}
          versionNumber={versionNumber}
        />
      )}
    </DialogContent>
  );
}

function useRefresh(): () => Promise<void> {
  const { projectId } = useProject();
  return () => queryClient.invalidateQueries({ queryKey: githubQuery(projectId).queryKey });
}

interface PushFormProps {
  github: GitHub;
  login: string;
  slug: string;
  versionId: string;
  versionNumber: number | null;
}

function PushForm({ github, login, slug, versionId, versionNumber }: PushFormProps) {
  const { projectId } = useProject();
  const refresh = useRefresh();
  const [repository, setRepository] = useState(github.repository?.fullName ?? `${login}/${slug}`);
  const [kind, setKind] = useState<NonNullable<StartPush["kind"]>>("branch");
  const [visibility, setVisibility] = useState<NonNullable<StartPush["visibility"]>>("private");
  const push = useMutation({
    mutationFn: (body: StartPush) => api.send<Push>("POST", `/api/v1/projects/${projectId}/github/pushes`, body),
    onSuccess: refresh,
  });
  const problem = push.error instanceof ApiError ? push.error.fieldMessage("repository") : undefined;
  const newest = github.pushes[0];
  const isOpen = newest !== undefined && (newest.status === "pending" || newest.status === "pushing");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    push.mutate({ repository, kind, visibility, version: versionId });
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={submit} noValidate>
      <Field label="Repository" hint="Made when there is none of this name." problem={problem}>
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            spellCheck={false}
            value={repository}
            onChange={(event) => setRepository(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Segmented
          label="How"
          value={kind}
          onChange={setKind}
          options={[
            { value: "branch", label: "Main branch" },
            { value: "pull-request", label: "Pull request" },
          ]}
        />
        {github.repository === null && (
          <Segmented
            label="Who sees a new repository"
            value={visibility}
            onChange={setVisibility}
            options={[
              { value: "private", label: "Private" },
              { value: "public", label: "Public" },
            ]}
          />
        )}
      </div>
      {push.isError && problem === undefined && (
        <p role="alert" className="text-sm text-danger-ink">
          {errorLine(push.error)}
        </p>
      )}
      {newest && <PushProgress push={newest} />}
      <div className="flex flex-wrap items-center justify-end gap-3">
        {github.repository !== null && (
          <a
            className="mr-auto inline-flex items-center gap-1.5 text-sm text-accent-ink hover:underline"
            href={github.repository.url}
            target="_blank"
            rel="noopener noreferrer"
          >
            <ExternalLink aria-hidden="true" className="size-3.5" />
            Open the repository<span className="sr-only"> (in a new tab)</span>
          </a>
        )}
        <Button type="submit" look="primary" busy={push.isPending || isOpen} disabled={repository.trim() === ""}>
          Push version {versionNumber}
        </Button>
      </div>
    </form>
  );
}

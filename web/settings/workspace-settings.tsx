import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { Button } from "../components/ui/button.tsx";
import { Select } from "../components/ui/select.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { errorLine } from "../lib/api-error.ts";
import { workspacesQuery } from "../lib/workspace-queries.ts";
import { Connections } from "./connections.tsx";
import { ModelProviders } from "./model-providers.tsx";
import { MonthlyBudget } from "./monthly-budget.tsx";
import { Row } from "./row.tsx";

/** What belongs to a workspace rather than to a person; only its owners and admins may change it. */
export function WorkspaceSettings() {
  const workspaces = useQuery(workspacesQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  if (workspaces.isPending) return <Skeleton className="my-7 h-40" role="status" aria-label="Loading the workspace" />;
  if (workspaces.isError) {
    return (
      <Row title="Workspace" words="Keys and budget of the workspace.">
        <p className="text-sm text-danger-ink">{errorLine(workspaces.error)}</p>
        <Button className="mt-3" onClick={() => void workspaces.refetch()}>
          Try again
        </Button>
      </Row>
    );
  }
  const workspace = workspaces.data.find(({ id }) => id === chosen) ?? workspaces.data[0];
  if (!workspace) return null;
  const governs = workspace.role === "owner" || workspace.role === "admin";
  return (
    <>
      {workspaces.data.length > 1 && (
        <Row title="Workspace" words="The sections below are about this one.">
          <Select
            label="Workspace"
            value={workspace.id}
            onChange={setChosen}
            options={workspaces.data.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Row>
      )}
      {governs && (
        <Row
          title="Model providers"
          words="Your own keys are asked before the platform’s. They are stored encrypted and never shown again."
        >
          <ModelProviders key={workspace.id} workspaceId={workspace.id} />
        </Row>
      )}
      {governs && (
        <Row
          title="Connections"
          words="Accounts that apps are deployed to and code is pushed with. They are stored encrypted and never shown again."
        >
          <Connections key={workspace.id} workspaceId={workspace.id} />
        </Row>
      )}
      <Row
        title="Model spending"
        words="Of all generations of the workspace in this month, UTC. A call that could cross the limit is not made; the built-in engine goes on."
      >
        <MonthlyBudget key={workspace.id} workspace={workspace} />
      </Row>
      <Row
        title="Fix cache"
        words="Repairs that worked are remembered, and tried first when the same fault comes up again."
      >
        <Button asChild>
          <Link to={`/workspaces/${workspace.id}/fixes`}>Show what it knows</Link>
        </Button>
      </Row>
    </>
  );
}

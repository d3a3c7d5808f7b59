import { useQuery } from "@tanstack/react-query";
import ArrowRight from "lucide-react/icons/arrow-right";
import Rocket from "lucide-react/icons/rocket";
import { Fragment } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { describeError } from "../../lib/api-error.ts";
import { environmentsQuery } from "../../lib/deploy-queries.ts";
import { useProject } from "../../session/project-context.ts";
import { DeploymentHistory } from "./deployment-history.tsx";
import { EnvironmentCard } from "./environment-card.tsx";

/** Where the app runs: three environments in the order a version takes, and everything that was deployed. */
export function DeployPane() {
  const { projectId, view } = useProject();
  const environments = useQuery(environmentsQuery(projectId, view.deploymentRevision));
  if (environments.isPending)
    return <Skeleton className="m-8 h-56" role="status" aria-label="Loading the deployments" />;
  if (environments.isError) {
    const { title, detail } = describeError(environments.error);
    return (
      <EmptyState title={title} actions={<Button onClick={() => void environments.refetch()}>Try again</Button>}>
        {detail}
      </EmptyState>
    );
  }
  const { items, canStore } = environments.data;
  if (items.every(({ newest }) => newest === null)) {
    return (
      <EmptyState icon={<Rocket aria-hidden="true" />} title="Nothing to deploy yet">
        The first version that passes its tests appears here. Then one click brings it to staging or production.
      </EmptyState>
    );
  }
  return (
    <div
      className="@container min-h-0 flex-1 overflow-y-auto bg-canvas focus-visible:-outline-offset-2"
      tabIndex={0}
      role="region"
      aria-label="Deployments"
    >
      <div className="mx-auto flex max-w-6xl flex-col gap-8 p-4 @2xl:p-6">
        <ol className="grid gap-3 @4xl:grid-cols-[1fr_auto_1fr_auto_1fr] @4xl:gap-2" aria-label="Environments">
          {items.map((item, index) => (
            <Fragment key={item.environment}>
              {index > 0 && (
                <li aria-hidden="true" className="grid place-items-center text-muted">
                  <ArrowRight className="size-4 rotate-90 @4xl:rotate-0" />
                </li>
              )}
              <EnvironmentCard
                environment={item}
                before={items[index - 1] ?? null}
                newest={items[0]?.current ?? null}
                canStore={canStore}
              />
            </Fragment>
          ))}
        </ol>
        <DeploymentHistory environments={items} />
      </div>
    </div>
  );
}

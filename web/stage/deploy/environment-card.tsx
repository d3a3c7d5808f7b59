import { useQuery } from "@tanstack/react-query";
import Copy from "lucide-react/icons/copy";
import Ellipsis from "lucide-react/icons/ellipsis";
import ExternalLink from "lucide-react/icons/external-link";
import { useState } from "react";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "../../components/ui/menu.tsx";
import type { Deployment, Environment } from "../../lib/api-types.ts";
import { deploymentQuery } from "../../lib/deploy-queries.ts";
import { formatAgo, formatCount } from "../../lib/format.ts";
import { projectQuery } from "../../lib/project-queries.ts";
import { useNow } from "../../lib/use-now.ts";
import { useProject } from "../../session/project-context.ts";
import { deployTargetOf } from "#protocol/deploy-targets.ts";
import { environmentNames, environmentPurposes, statusLooks, triggerWords } from "./deployment-words.ts";
import { DomainsDialog } from "./domains-dialog.tsx";
import { TargetDialog } from "./target-dialog.tsx";
import { useCancelDeployment, useDeploy, useOpenApp } from "./use-deploy.ts";
import { VariablesDialog } from "./variables-dialog.tsx";
import { toast } from "../../lib/toast.ts";

interface EnvironmentCardProps {
  environment: Environment;
  /** The one that a version comes from. */
  before: Environment | null;
  /** What the preview shows. */
  newest: Deployment | null;
  canStore: boolean;
}

type Panel = "variables" | "domains" | "target";

export function EnvironmentCard({ environment: item, before, newest, canStore }: EnvironmentCardProps) {
  const { projectId, canWrite } = useProject();
  const project = useQuery(projectQuery(projectId)).data;
  const runsProject = project?.role === "admin";
  const [panel, setPanel] = useState<Panel | null>(null);
  const name = environmentNames[item.environment];
  const { current, open } = item;
  const failed = item.newest?.status === "failed" ? item.newest : null;
  const state = open ?? failed ?? current;
  const isPushed = state?.status === "ready" && deployTargetOf(item.provider)?.opens === false;
  const isPublished = item.environment !== "preview";
  const copyBadge = async () => {
    await navigator.clipboard.writeText(`![${name}](${item.badgeUrl})`);
    toast.success("Badge copied as Markdown");
  };
  return (
    <li className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-surface p-4" aria-label={name}>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-2 text-base font-[600]">
            {name}
            <span role="status">
              <Badge tone={state ? statusLooks[state.status].tone : "neutral"}>
                {state ? (isPushed ? "Pushed" : statusLooks[state.status].words) : "Empty"}
              </Badge>
            </span>
          </h2>
          <p className="mt-0.5 text-sm text-muted">{environmentPurposes[item.environment]}</p>
        </div>
        <Menu>
          <MenuTrigger asChild>
            <Button look="quiet" size="icon" aria-label={`More about ${name.toLowerCase()}`}>
              <Ellipsis />
            </Button>
          </MenuTrigger>
          <MenuContent>
            <MenuItem onSelect={() => setPanel("variables")}>
              Variables{item.variables.length > 0 && ` (${item.variables.length})`}
            </MenuItem>
            {isPublished && (
              <MenuItem onSelect={() => setPanel("domains")}>
                Domains{item.domains.length > 0 && ` (${item.domains.length})`}
              </MenuItem>
            )}
            {isPublished && runsProject && <MenuItem onSelect={() => setPanel("target")}>Where it runs</MenuItem>}
            <MenuItem onSelect={() => void copyBadge()}>Copy the status badge</MenuItem>
          </MenuContent>
        </Menu>
      </div>
      {current === null ? (
        <p className="text-sm text-muted">Nothing is deployed here yet.</p>
      ) : (
        <Serves item={item} current={current} />
      )}
      {open !== null && <UnderWay deployment={open} canWrite={canWrite} />}
      {open === null && failed !== null && <p className="text-sm text-danger-ink wrap-anywhere">{failed.error}</p>}
      {item.variablesWait && isPublished && (
        <p className="text-sm text-waiting-ink">
          Its variables were changed: they reach the app with the next deployment.
        </p>
      )}
      {isPublished && canWrite && <Actions item={item} before={before} newest={newest} />}
      <Dialog open={panel !== null} onOpenChange={(isOpen) => !isOpen && setPanel(null)}>
        {panel === "variables" && (
          <VariablesDialog environment={item} canChange={runsProject && canStore} canStore={canStore} />
        )}
        {panel === "target" && (
          <TargetDialog environment={item} workspaceId={project?.workspaceId ?? ""} onSaved={() => setPanel(null)} />
        )}
        {panel === "domains" && <DomainsDialog environment={item} canChange={runsProject} />}
      </Dialog>
    </li>
  );
}

function Serves({ item, current }: { item: Environment; current: Deployment }) {
  const now = useNow(true, 30_000);
  const openApp = useOpenApp();
  const target = deployTargetOf(item.provider);
  const address = item.domains.find(({ status }) => status === "verified")?.host ?? shortAddress(item.address);
  return (
    <div className="min-w-0 text-sm">
      <p className="truncate font-[560]" title={current.versionMessage ?? undefined}>
        <span className="font-mono text-xs">v{current.versionNumber}</span> {current.versionMessage}
      </p>
      <p className="mt-0.5 text-muted">
        {formatAgo(current.readyAt ?? current.createdAt, now)}, {triggerWords[current.trigger]}
        {current.trigger !== "recovery" && current.createdByName !== null && ` (${current.createdByName})`}
        {current.healthyAt !== null && " · healthy"}
        {item.provider !== "nexusgen" && ` · ${target?.name ?? item.provider}`}
      </p>
      {item.provider === "nexusgen" ? (
        <Button
          look="quiet"
          size="sm"
          className="mt-1 -ml-2.5 max-w-full justify-start text-accent-ink"
          busy={openApp.isPending}
          onClick={() => openApp.mutate(item.environment)}
        >
          <ExternalLink />
          <span className="truncate">{address}</span>
          <span className="sr-only"> (opens in a new tab)</span>
        </Button>
      ) : item.address !== null && target?.opens === false ? (
        <ImageName name={item.address} />
      ) : (
        item.address !== null && (
          <a
            className="mt-1 inline-flex max-w-full items-center gap-1.5 text-accent-ink hover:underline"
            href={item.address}
            target="_blank"
            rel="noopener noreferrer"
          >
            <ExternalLink aria-hidden="true" className="size-3.5 shrink-0" />
            <span className="truncate">{address}</span>
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        )
      )}
      {item.domains.length > 1 && <p className="text-xs text-muted">{formatCount(item.domains.length, "domain")}</p>}
    </div>
  );
}

/** Nothing to open: what is pulled, by those who run it. */
function ImageName({ name }: { name: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(name);
    toast.success("Name of the image copied");
  };
  return (
    <Button
      look="quiet"
      size="sm"
      className="mt-1 -ml-2.5 max-w-full justify-start text-accent-ink"
      onClick={() => void copy()}
    >
      <Copy />
      <span className="truncate font-mono text-xs">{name}</span>
      <span className="sr-only"> (copy the name of the image)</span>
    </Button>
  );
}

function UnderWay({ deployment, canWrite }: { deployment: Deployment; canWrite: boolean }) {
  const { projectId } = useProject();
  const log = useQuery(deploymentQuery(projectId, deployment.id, true)).data?.log ?? [];
  const cancel = useCancelDeployment();
  return (
    <div className="rounded-md border border-accent-line bg-accent-soft p-3 text-sm" role="status">
      <p className="font-[560]">Version {deployment.versionNumber} is on its way</p>
      <p className="mt-0.5 text-muted wrap-anywhere">{log.at(-1)?.text ?? "Waiting for its turn."}</p>
      <div aria-hidden="true" className="mt-2 h-1 overflow-hidden rounded-full bg-pressed">
        <div
          className={`h-full animate-pulse-soft rounded-full bg-accent ${deployment.status === "pending" ? "w-1/5" : deployment.status === "building" ? "w-1/2" : "w-4/5"}`}
        />
      </div>
      {canWrite && (
        <Button size="sm" className="mt-2" busy={cancel.isPending} onClick={() => cancel.mutate(deployment.id)}>
          Cancel
        </Button>
      )}
    </div>
  );
}

function Actions({ item, before, newest }: Pick<EnvironmentCardProps, "before" | "newest"> & { item: Environment }) {
  const deploy = useDeploy();
  const { current, open } = item;
  const environment = item.environment === "staging" ? "staging" : "production";
  const isNewest = newest !== null && current?.versionId === newest.versionId && !item.variablesWait;
  const staged = before?.environment === "staging" ? before.current : null;
  const promotes = staged !== null && staged.versionId !== current?.versionId;
  const waiting = deploy.isPending ? deploy.variables : null;
  return (
    <div className="mt-auto flex flex-wrap gap-2">
      {promotes && (
        <Button
          size="sm"
          look="primary"
          disabled={open !== null}
          busy={waiting?.from !== undefined}
          onClick={() => deploy.mutate({ environment, from: staged.id })}
        >
          Promote v{staged.versionNumber} from staging
        </Button>
      )}
      {newest !== null && (
        <Button
          size="sm"
          look={promotes || isNewest ? "outline" : "primary"}
          disabled={open !== null}
          busy={waiting !== null && waiting.from === undefined}
          onClick={() => deploy.mutate({ environment, version: newest.versionId })}
        >
          {isNewest ? `Deploy v${newest.versionNumber} again` : `Deploy v${newest.versionNumber}`}
          <span className="sr-only"> to {environment}</span>
        </Button>
      )}
    </div>
  );
}

function shortAddress(address: string | null): string {
  return address === null ? "" : address.replace(/^https?:\/\//, "").replace(/\/$/, "");
}

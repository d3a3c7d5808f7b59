// From a host's label to the app it shows now.
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { customDomains, deployments, projects, projectVersions } from "#db/schema/index.ts";
import type { DeploymentEnvironment } from "#db/vocabulary.ts";
import type { ProblemSettings } from "#protocol/app-problem.ts";
import { versionOf, type AppAddress } from "./app-id.ts";
import type { PreviewHostName } from "./host-name.ts";

export interface FoundApp extends AppAddress {
  /** Null before the first deployment of this environment became ready. */
  revision: string | null;
  /** The version of that deployment. */
  versionId: string | null;
  /** The set of variables of that deployment. */
  variablesId: string | null;
  isPublic: boolean;
  /** What is done about problems that it reports; null where nothing is collected. */
  watching: { mode: "ask" | "automatic"; dailyRepairs: number | undefined } | null;
}

const cacheMs = 2_000;
const mostCached = 1_000;
const cache = new Map<string, { expires: number; app: Promise<FoundApp | null> }>();
const domains = new Map<string, { expires: number; target: PreviewHostName | null }>();

/** Null for an unknown or deleted project. An answer may be two seconds old. */
export function findApp(db: Database, host: PreviewHostName): Promise<FoundApp | null> {
  const key = `${host.label}:${host.environment}:${host.view ?? ""}`;
  const now = Date.now();
  const cached = cache.get(key);
  if (cached && cached.expires > now) return cached.app;
  if (cache.size >= mostCached) cache.clear();
  const app = queryApp(db, host);
  cache.set(key, { expires: now + cacheMs, app });
  app.catch(() => cache.delete(key));
  return app;
}

/** Where a host name of somebody's own leads, once it was proved to be theirs; null for any other. */
export async function findDomain(db: Database, host: string): Promise<PreviewHostName | null> {
  const now = Date.now();
  const known = domains.get(host);
  if (known && known.expires > now) return known.target;
  if (domains.size >= mostCached) domains.clear();
  const [row] = await db
    .select({ label: projects.hostLabel, environment: customDomains.environment })
    .from(customDomains)
    .innerJoin(projects, eq(projects.id, customDomains.projectId))
    .where(and(eq(customDomains.host, host), eq(customDomains.status, "verified"), isNull(projects.deletedAt)))
    .limit(1);
  const target = row ?? null;
  domains.set(host, { expires: now + cacheMs, target });
  return target;
}

/** After a deployment in this isolate, so that the very next request sees it. */
export function forgetFoundApps(): void {
  cache.clear();
  domains.clear();
}

async function queryApp(db: Database, host: PreviewHostName): Promise<FoundApp | null> {
  const [row] = await db
    .select({
      projectId: projects.id,
      visibility: projects.visibility,
      settings: projects.settings,
      revision: projectVersions.artefactSha,
      versionId: projectVersions.id,
      variablesId: deployments.variablesId,
    })
    .from(projects)
    .leftJoin(
      deployments,
      and(
        eq(deployments.projectId, projects.id),
        eq(deployments.environment, host.environment),
        eq(deployments.status, "ready"),
        // What runs elsewhere has an address of its own.
        eq(deployments.provider, "nexusgen"),
      ),
    )
    .leftJoin(projectVersions, eq(projectVersions.id, deployments.versionId))
    .where(and(eq(projects.hostLabel, host.label), isNull(projects.deletedAt)))
    .orderBy(desc(deployments.readyAt), desc(deployments.id))
    .limit(1);
  if (!row) return null;
  const { projectId, visibility, settings, variablesId } = row;
  const { environment, view } = host;
  const isPublic = visibility === "public";
  if (view === undefined) {
    const watching = watchingOf(environment, settings.problems);
    return {
      projectId,
      environment,
      revision: row.revision,
      versionId: row.versionId,
      variablesId,
      isPublic,
      watching,
    };
  }
  const number = versionOf(view);
  const revision = number === null ? row.revision : await findRevision(db, projectId, number);
  // What it reports says nothing of the deployed app.
  return { projectId, environment, view, revision, versionId: null, variablesId, isPublic, watching: null };
}

/** Of a version that was built; else null. */
async function findRevision(db: Database, projectId: string, number: number): Promise<string | null> {
  const { artefactSha } = projectVersions;
  const row = await db
    .select({ artefactSha })
    .from(projectVersions)
    .where(and(eq(projectVersions.projectId, projectId), eq(projectVersions.number, number), isNotNull(artefactSha)))
    .get();
  return row?.artefactSha ?? null;
}

/** Previews are watched unless their project says no, published apps only when it says yes. */
function watchingOf(
  environment: DeploymentEnvironment,
  { mode = "ask", production = false, dailyRepairs }: ProblemSettings = {},
): FoundApp["watching"] {
  if (mode === "off" || (environment !== "preview" && !production)) return null;
  return { mode, dailyRepairs };
}

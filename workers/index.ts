// The Worker's table of contents.
import type { Env, JobMessage } from "./env.ts";
import { handleRequest } from "./handle-request.ts";
import { consumeJobs } from "./jobs/consume.ts";
import { sweep } from "./jobs/sweep.ts";

export { AppDataDO } from "../durable-objects/app-data/app-data-do.ts";
export { SqlFacet } from "../durable-objects/app-data/sql-facet.ts";
export { DocsDO } from "../durable-objects/docs/docs-do.ts";
export { FixesDO } from "../durable-objects/fixes/fixes-do.ts";
export { InboxDO } from "../durable-objects/inbox/inbox-do.ts";
export { ProviderGateDO } from "../durable-objects/gate/provider-gate-do.ts";
export { ProjectDO } from "../durable-objects/project/project-do.ts";
export { BuildContainer } from "../containers/build-container.ts";
export { AppDatabase } from "./preview/app-database.ts";
export { AppFiles } from "./preview/app-files.ts";
export { ArtefactReader } from "./preview/artefact-reader.ts";
export { PreviewHost } from "./preview/preview-host.ts";

/** The same door by name: locally the default one stands behind the asset router, whose two hops cost more than a route. */
export const Platform = { fetch: handleRequest } satisfies ExportedHandler<Env>;

export default {
  fetch: handleRequest,
  queue: (batch, env) => consumeJobs(batch, env),
  scheduled: (_controller, env) => sweep(env),
} satisfies ExportedHandler<Env, JobMessage>;

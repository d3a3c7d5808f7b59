// Bindings and variables of the one Worker script. Bindings are typed here; variables are parsed once per isolate.
import { z } from "zod";
import type { ProjectDO } from "../durable-objects/project/project-do.ts";
import type { AppDataDO } from "../durable-objects/app-data/app-data-do.ts";
import type { DocsDO } from "../durable-objects/docs/docs-do.ts";
import type { FixesDO } from "../durable-objects/fixes/fixes-do.ts";
import type { InboxDO } from "../durable-objects/inbox/inbox-do.ts";
import type { ProviderGateDO } from "../durable-objects/gate/provider-gate-do.ts";
import type { BuildContainer } from "../containers/build-container.ts";

/** A queue message carries only the id; the `jobs` row is the truth. */
export interface JobMessage {
  jobId: string;
}

export interface Env {
  DB: D1Database;
  /** Blobs by SHA-256: `blobs/<sha256>`; what people attached: `assets/<workspace>/<sha256>/…`. */
  BLOBS: R2Bucket;
  /** Uploads of generated apps: `apps/<projectId>:<environment>/…`. Bound in the previews' process alone, locally. */
  APP_FILES: R2Bucket;
  /** Scales pictures that people attach. */
  IMAGES: ImagesBinding;
  JOBS: Queue<JobMessage>;
  PROJECT: DurableObjectNamespace<ProjectDO>;
  /** Supervisor of one generated app's data, by `<projectId>:<environment>`. Lives in the previews' process locally. */
  APP_DATA: DurableObjectNamespace<AppDataDO>;
  /** The builder in production; unused where BUILDER_URL points to a process instead. */
  BUILD_CONTAINER?: DurableObjectNamespace<BuildContainer>;
  LOADER: WorkerLoader;
  ASSETS: Fetcher;
  /** The runtime of generated apps: entrypoint PreviewHost of this script; locally, the same entrypoint in another process. */
  PREVIEWS: Fetcher;
  /** Reads blobs for PREVIEWS: entrypoint ArtefactReader of this script; locally, of the platform's process. */
  ARTEFACTS: Fetcher;
  /** Sign-in attempts per address and account. */
  AUTH_LIMIT: RateLimit;
  /** Sign-in attempts and registrations per address. */
  AUTH_IP_LIMIT: RateLimit;
  /** API calls per user. */
  API_LIMIT: RateLimit;
  /** API calls that change something, per user. */
  WRITE_LIMIT: RateLimit;
  /** Signs access tokens and preview access; at least 32 characters. */
  AUTH_SECRET: string;
  BUILDER_SECRET: string;
  /** Shared by the platform and the previews' process. */
  INTERNAL_SECRET: string;
  BUILDER_URL?: string;
  /** Host (with port) under which generated apps live: `<label>.PREVIEW_DOMAIN`. */
  PREVIEW_DOMAIN: string;
  /** Origin of the platform, `http://localhost:8787`. */
  APP_ORIGIN: string;
  CORS_ORIGINS?: string;
  /** One breaker for each provider and key: calls to a provider that keeps failing are held back for a while. */
  PROVIDER_GATE: DurableObjectNamespace<ProviderGateDO>;
  /** The documentation that agents look things up in. */
  DOCS: DurableObjectNamespace<DocsDO>;
  /** Signatures that a workspace has fixes for, by its id. */
  FIXES: DurableObjectNamespace<FixesDO>;
  /** The open pages of one person, by their id. */
  INBOX: DurableObjectNamespace<InboxDO>;
  /** Vectors, where the account has an index of 1,536 dimensions and cosine; without it they stand in the object's SQLite. */
  VECTORS?: Vectorize;
  /** `openai` or `lexical`; what embeds documentation. OpenAI where it has a key, unless this says otherwise. */
  NEXUSGEN_EMBEDDER?: string;
  /** Pages of the internet to index: `true` for those of engine/retrieval/pages.ts, or a JSON array of page sets. */
  NEXUSGEN_DOCS_PAGES?: string;
  ANTHROPIC_API_KEY?: string;
  ANTHROPIC_BASE_URL?: string;
  ANTHROPIC_MODEL?: string;
  OPENAI_API_KEY?: string;
  OPENAI_BASE_URL?: string;
  /** `chat` for a server at OPENAI_BASE_URL that speaks chat completions alone; `responses` (the Responses API) otherwise. */
  OPENAI_API?: string;
  OPENAI_MODEL?: string;
  /** Any other server that speaks the chat completions protocol, with its version path: `http://localhost:11434/v1`. */
  OPENAI_COMPATIBLE_BASE_URL?: string;
  OPENAI_COMPATIBLE_API_KEY?: string;
  OPENAI_COMPATIBLE_MODEL?: string;
  /** Where users may send requests to with keys of their own: `public` (default), `loopback` or `any`. */
  NEXUSGEN_PROVIDER_HOSTS?: string;
  /** Where pictures may be fetched from that users name by their address: `public` (default), `loopback` or `any`. */
  NEXUSGEN_PICTURE_HOSTS?: string;
  /** Which webhooks and registries deployments may go to: `public` (default), `loopback` or `any`. */
  NEXUSGEN_DEPLOY_HOSTS?: string;
  /** Which registry has the base image of images that are assembled here; Docker Hub's when absent. */
  NEXUSGEN_BASE_REGISTRY?: string;
  /** Of GitHub or a GitHub Enterprise server: `https://host/api/v3`; https://api.github.com when absent. */
  GITHUB_API_URL?: string;
  /** The providers' own APIs when absent. */
  NEXUSGEN_CLOUDFLARE_URL?: string;
  NEXUSGEN_VERCEL_URL?: string;
  NEXUSGEN_NETLIFY_URL?: string;
  /** Who is asked for DNS records over HTTPS, in Cloudflare's JSON form; Cloudflare's own resolver when absent. */
  NEXUSGEN_DNS_URL?: string;
  /** Seals what users give us to keep secret; at least 32 characters. Without it such things are not stored. */
  ENCRYPTION_KEY?: string;
  /** The one before, while what it sealed is still around. */
  ENCRYPTION_KEY_BEFORE?: string;
  /** E-mail goes out through Resend's API; without a key it stays in the outbox. */
  RESEND_API_KEY?: string;
  /** `https://api.resend.com` without it. */
  RESEND_BASE_URL?: string;
  /** Sender of e-mail: `Name <address>`. */
  NEXUSGEN_MAIL_FROM?: string;
  /** How long a run must have worked for its user to be mailed; 60 without it. */
  NEXUSGEN_MAIL_AFTER_SECONDS?: string;
  /** `true` on a local machine, set by `npm start`: the outbox can be read at /dev/mail. */
  NEXUSGEN_LOCAL?: string;
  /** JSON array of models over those of engine/llm/models.ts: prices, sizes, abilities. */
  NEXUSGEN_MODELS?: string;
  /** JSON object: agent → `provider/model`. */
  NEXUSGEN_AGENT_MODELS?: string;
}

const variablesSchema = z.object({
  AUTH_SECRET: z.string().min(32),
  BUILDER_SECRET: z.string().min(32),
  INTERNAL_SECRET: z.string().min(32),
  BUILDER_URL: z.url().optional(),
  PREVIEW_DOMAIN: z.string().min(1),
  APP_ORIGIN: z.url(),
  CORS_ORIGINS: z
    .string()
    .optional()
    .transform((list) =>
      (list ?? "")
        .split(",")
        .map((origin) => origin.trim())
        .filter(Boolean),
    ),
});
export type Variables = z.infer<typeof variablesSchema>;

const parsed = new WeakMap<object, Variables>();

/** Throws at the first request of an isolate when a variable is missing or malformed, naming it. */
export function variables(env: Env): Variables {
  let value = parsed.get(env);
  if (!value) {
    const result = variablesSchema.safeParse(env);
    if (!result.success) {
      const names = result.error.issues.map((issue) => issue.path.join(".")).join(", ");
      throw new Error(`Configuration is incomplete: ${names}. See README § Configuration.`);
    }
    value = result.data;
    parsed.set(env, value);
  }
  return value;
}

// What the Worker and the builder say to each other: HTTP with JSON in and newline-delimited JSON out.
//   POST   /builds                     BuildRequest → 200 application/x-ndjson of BuildEvent; closing the connection cancels
//   DELETE /builds/:id                 204; cancels a running build (its process group dies) and drops what it left
//   GET    /builds/:id/artefact/PATH   bytes of one artefact file of a finished build
//   POST   /previews                   PreviewRequest → 200 PreviewResult; a build in a workspace that stays warm
//   ANY    /previews/:workspaceId/visit/PATH   the dev server in a workspace that serves; WebSocket as well. The app sees
//                                      `x-nexus-host` as its host and `x-nexus-authorization` as its authorization, and no
//                                      other x-nexus header; 410 with `x-nexus-builder` when there is no such workspace
//   DELETE /previews/:workspaceId      204; ends the workspace
//   POST   /stores                     WarmRequest → 200 { key, warm, durationMs }; fills the dependency store
//   POST   /dependencies               AddRequest → 200 AddResult; packages added to package.json and lockfile, from the registry
//   POST   /lockfiles                  LockfileRequest → 200 LockfileResult; a lockfile for a package.json, from the registry
//   POST   /stores/:key/documents      DocumentsRequest → 200 DocumentsResult; what a package of a filled store says of itself
//   POST   /stores/:key/types          TypesRequest → 200 TypesResult; type declarations of packages of a filled store
//   GET    /health                     200 { status: "ok", … }, needs no secret
// Every other call carries `authorization: Bearer <BUILDER_SECRET>`.
import { z } from "zod";
import { checkPlanSchema } from "./checks/report.ts";
import { outputSchema } from "./resident/messages.ts";

export const stepNames = ["install", "types", "lint", "build", "test", "browser", "audit"] as const;
export type StepName = (typeof stepNames)[number];
/**
 * Steps without a command: the builder does them itself. `install` links the dependencies from its store, `browser`
 * serves the app and walks through it (checks/), `audit` asks the registry for known vulnerabilities.
 */
export const ownSteps = ["install", "browser", "audit"] as const satisfies readonly StepName[];

export const stepLimitsSchema = z.object({
  timeoutMs: z.int().positive().max(1_800_000),
  /** Resident memory of the step's whole process tree, bytes. */
  memoryBytes: z.int().positive(),
  /** stdout and stderr together, bytes. */
  outputBytes: z.int().positive(),
});

export const buildStepSchema = z.object({
  name: z.enum(stepNames),
  /** argv; `node_modules/.bin` is first on PATH. Empty for the builder's own steps. */
  command: z.array(z.string()).max(40),
  /** Steps that must have passed before this one starts; independent steps run at the same time. */
  after: z.array(z.enum(stepNames)),
  limits: stepLimitsSchema,
});
export type BuildStep = z.infer<typeof buildStepSchema>;

export const buildRequestSchema = z.object({
  buildId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** POSIX relative path → content. A lockfile (`package-lock.json`) is required when a step is `install`. */
  files: z.record(z.string(), z.union([z.object({ text: z.string() }), z.object({ base64: z.string() })])),
  steps: z.array(buildStepSchema).min(1).max(10),
  /** Files and folders to keep as the artefact when every step passed; missing ones are left out. */
  artefact: z.array(z.string()).max(20),
  /** What a `browser` step does. */
  checkPlan: checkPlanSchema.optional(),
  /** What installs, npm when absent. pnpm reads package.json and takes the lockfile's versions where it can. */
  packageManager: z.enum(["npm", "pnpm"]).optional(),
  /** Waits for other background builds alone, and runs behind everything else. */
  background: z.boolean().optional(),
});
export type BuildRequest = z.infer<typeof buildRequestSchema>;

/**
 * The fast lane for edits: the app's own bundler stays loaded between requests of the same workspace. Only the bundle is
 * made; types, lint and tests are the ordinary build's business. Opened with all contents; later a file that the
 * workspace holds may be named by its hash alone.
 */
export const previewRequestSchema = z.object({
  workspaceId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** All files of the project. */
  files: z.record(
    z.string(),
    z.union([
      z.object({ text: z.string() }),
      z.object({ base64: z.string() }),
      z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    ]),
  ),
  artefact: z.array(z.string()).max(20),
  /** Vite environments that can be built apart from each other; with fewer than two every edit builds all. */
  independent: z.array(z.string()).max(10),
  /** SHA-256 of artefact files whose bytes the caller has. */
  known: z.array(z.string()).max(10_000),
  /** Elements of the bundle say where they stand in the source; decided when the workspace is opened. */
  mark: z.boolean().optional(),
  /** Runs the app's dev server instead of bundling; decided when the workspace is opened. The result has no artefact. */
  serve: z
    .object({
      /** argv; `{port}` in it becomes the port on loopback that it is to listen on. */
      command: z.array(z.string().max(200)).min(1).max(20),
      /** Host that visitors ask for. */
      host: z.string().max(253),
      /** Beginnings of paths: when such a file changes, the workspace is opened anew. */
      anew: z.array(z.string().min(1).max(200)).max(20),
    })
    .optional(),
});
export type PreviewRequest = z.infer<typeof previewRequestSchema>;

export const previewResultSchema = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("built"),
    artefact: z.array(outputSchema),
    /** Environments that were built. */
    built: z.array(z.string()),
    /** The workspace was there already. */
    warm: z.boolean(),
    stages: z.object({
      /** Dependencies, files and the start of the process, for a workspace that was not there. */
      openMs: z.number(),
      writeMs: z.number(),
      buildMs: z.number(),
      collectMs: z.number(),
      totalMs: z.number(),
    }),
  }),
  z.object({ outcome: z.literal("failed"), error: z.string(), warm: z.boolean() }),
  /** Named by a hash that the workspace does not hold: send them. */
  z.object({ outcome: z.literal("missing"), paths: z.array(z.string()) }),
]);
export type PreviewResult = z.infer<typeof previewResultSchema>;

export const warmRequestSchema = z.object({ packageJson: z.string(), lockfile: z.string() });
export type WarmRequest = z.infer<typeof warmRequestSchema>;

export const warmResultSchema = z.object({ key: z.string(), warm: z.boolean(), durationMs: z.number() });

const packageName = z
  .string()
  .regex(/^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/)
  .max(214);

export const documentsRequestSchema = z.object({
  package: packageName,
  /** Files, or beginnings of paths, inside the package; "" is all of it. Only Markdown and declarations are read. */
  under: z.array(z.string()).min(1).max(100),
  not: z.array(z.string()).max(100),
});
export type DocumentsRequest = z.infer<typeof documentsRequestSchema>;

export const addRequestSchema = z.object({
  packageJson: z.string(),
  lockfile: z.string(),
  /** The newest version of `range` is taken, and written down exactly. */
  add: z
    .array(z.object({ name: packageName, range: z.string().regex(/^[\^~]?\d+(\.\d+){0,2}$/) }))
    .min(1)
    .max(10),
});
export type AddRequest = z.infer<typeof addRequestSchema>;

export const addResultSchema = z.object({
  packageJson: z.string(),
  lockfile: z.string(),
  added: z.array(z.object({ name: z.string(), version: z.string() })),
  /** Packages in the lockfile that were not there before. */
  brought: z.int(),
});
export type AddResult = z.infer<typeof addResultSchema>;

export const lockfileRequestSchema = z.object({
  packageJson: z.string(),
  /** One that lags behind: what it pins stays. Null: made from nothing. */
  lockfile: z.string().nullable(),
});
export type LockfileRequest = z.infer<typeof lockfileRequestSchema>;

export const lockfileResultSchema = z.object({ lockfile: z.string() });

export const documentsResultSchema = z.object({
  /** Null when the store has no such package. */
  version: z.string().nullable(),
  documents: z.array(z.object({ path: z.string(), text: z.string() })),
  /** Left out since there was too much of it. */
  left: z.int(),
});
export type DocumentsResult = z.infer<typeof documentsResultSchema>;

export const typesRequestSchema = z.object({
  /** As package.json names them; `@types/…` stands for a package without its own. */
  packages: z.array(packageName).max(300),
});
export type TypesRequest = z.infer<typeof typesRequestSchema>;

export const typesResultSchema = z.object({
  /** Path below `node_modules` → text: declarations, and manifests that lead to them. */
  files: z.record(z.string(), z.string()),
  packages: z.array(z.object({ name: z.string(), version: z.string() })),
  /** Packages without types, or with too much of them. */
  left: z.array(z.string()),
});
export type TypesResult = z.infer<typeof typesResultSchema>;

export const stepOutcomes = ["passed", "failed", "timeout", "out-of-memory", "output-limit", "cancelled"] as const;
export type StepOutcome = (typeof stepOutcomes)[number];

export const artefactFileSchema = z.object({ path: z.string(), size: z.int(), sha256: z.string() });
/** Source maps of the artefact's modules, by the path of each: the last of its files, where a build made any. */
export const sourceMapsFile = ".source-maps.json";
export type ArtefactFile = z.infer<typeof artefactFileSchema>;

export const stepResultSchema = z.object({
  step: z.enum(stepNames),
  outcome: z.enum(stepOutcomes),
  /** null when a signal ended it. */
  exitCode: z.int().nullable(),
  durationMs: z.number(),
  peakMemoryBytes: z.number(),
  cpuMs: z.number(),
});
export type StepResult = z.infer<typeof stepResultSchema>;

export const buildEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("step.started"), step: z.enum(stepNames) }),
  /** One or more whole lines, without the last newline; ANSI colours removed. */
  z.object({
    type: z.literal("log"),
    step: z.enum(stepNames),
    stream: z.enum(["stdout", "stderr"]),
    text: z.string(),
  }),
  z.object({ type: z.literal("step.finished"), result: stepResultSchema }),
  /** What a `browser` step (BrowserOutcome) or an `audit` step (AuditOutcome) of checks/report.ts found. */
  z.object({ type: z.literal("report"), step: z.enum(["browser", "audit"]), report: z.unknown() }),
  /** Keeps proxies and the reader's dead-connection check satisfied; at least every 5 s. */
  z.object({ type: z.literal("heartbeat") }),
  z.object({
    type: z.literal("finished"),
    outcome: z.enum(["succeeded", "failed", "cancelled"]),
    steps: z.array(stepResultSchema),
    artefact: z.array(artefactFileSchema),
    durationMs: z.number(),
    /** Why it failed when no step is to blame (bad path, no lockfile, disk full). */
    error: z.string().optional(),
  }),
]);
export type BuildEvent = z.infer<typeof buildEventSchema>;
export type BuildFinished = Extract<BuildEvent, { type: "finished" }>;

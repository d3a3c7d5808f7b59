import { z } from "zod";
import { domainStatuses } from "#db/vocabulary.ts";
import { deployTargetIds } from "#protocol/deploy-targets.ts";
import { deploymentEnvironments, publishedEnvironments } from "#protocol/deployments.ts";
import { deploymentSchema } from "./deployments.ts";
import { timeSchema } from "./lists.ts";
import { projectParamsSchema } from "./projects.ts";

export const domainSchema = z.object({
  id: z.string(),
  host: z.string(),
  environment: z.enum(deploymentEnvironments),
  status: z.enum(domainStatuses),
  /** What was missing when it was last looked at. */
  problem: z.string().nullable(),
  /** What its owner sets: the first proves that it is theirs, the second leads people here. */
  records: z.array(z.object({ type: z.enum(["TXT", "CNAME"]), name: z.string(), value: z.string() })),
  createdAt: timeSchema,
  checkedAt: timeSchema.nullable(),
  verifiedAt: timeSchema.nullable(),
});
export type DomainView = z.infer<typeof domainSchema>;

/** A variable as it is shown: never its value. */
export const variableSchema = z.object({
  name: z.string(),
  setBy: z.string(),
  setAt: timeSchema,
});

export const environmentSchema = z.object({
  environment: z.enum(deploymentEnvironments),
  provider: z.enum(deployTargetIds),
  /** The target's own fields: the name of a site, of a Worker. */
  place: z.record(z.string(), z.string()),
  /** Where it is opened, without access; null before the first deployment elsewhere. */
  address: z.string().nullable(),
  /** What it serves; null before the first. */
  current: deploymentSchema.nullable(),
  /** What is under way; null when nothing is. */
  open: deploymentSchema.nullable(),
  /** The newest of all, whatever became of it. */
  newest: deploymentSchema.nullable(),
  variables: z.array(variableSchema),
  /** True when they were changed since `current` was deployed: it still has the earlier ones. */
  variablesWait: z.boolean(),
  domains: z.array(domainSchema),
  /** An SVG that says how it is. */
  badgeUrl: z.url(),
});
export type EnvironmentView = z.infer<typeof environmentSchema>;

export const environmentsSchema = z.object({
  items: z.array(environmentSchema),
  /** False where the platform has no ENCRYPTION_KEY: then no variable can be stored. */
  canStore: z.boolean(),
});
export type EnvironmentsView = z.infer<typeof environmentsSchema>;

export const environmentParamsSchema = projectParamsSchema.extend({ environment: z.enum(deploymentEnvironments) });
export const publishedParamsSchema = projectParamsSchema.extend({ environment: z.enum(publishedEnvironments) });

export const putEnvironmentSchema = z.strictObject({
  provider: z.enum(deployTargetIds),
  place: z.record(z.string().max(40), z.string().trim().max(300)).optional(),
});
export type PutEnvironment = z.input<typeof putEnvironmentSchema>;

/** Names of ours, of the app's bindings, and of what the runtimes set themselves. */
const reserved = /^(NEXUS_|DB$|FILES$|ASSETS$|NODE_OPTIONS$|PATH$)/;

export const variableNameSchema = z
  .string()
  .max(100)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "A name has letters, digits and _, and does not begin with a digit.")
  .refine((name) => !reserved.test(name), "This name is taken by the platform.");

export const changeVariablesSchema = z
  .strictObject({
    /** Name → value; replaces a value that is there. */
    set: z.record(variableNameSchema, z.string().max(5_000)).optional(),
    remove: z.array(z.string().max(100)).max(200).optional(),
  })
  .refine(({ set = {}, remove = [] }) => Object.keys(set).length + remove.length > 0, "Say what is to change.");
export type ChangeVariables = z.input<typeof changeVariablesSchema>;

export const variablesSchema = z.object({ items: z.array(variableSchema) });
export type VariablesView = z.infer<typeof variablesSchema>;

/** Labels of letters, digits and hyphens, at least two of them; no port, no path. */
const hostPattern = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

export const addDomainSchema = z.strictObject({
  environment: z.enum(publishedEnvironments).optional(),
  host: z
    .string()
    .trim()
    .toLowerCase()
    .transform((host) => host.replace(/\.$/, ""))
    .refine((host) => hostPattern.test(host), "Enter a host name such as app.example.com."),
});
export type AddDomain = z.input<typeof addDomainSchema>;

export const domainParamsSchema = projectParamsSchema.extend({ domain: z.string().min(1).max(64) });

import { describe, expect, it } from "vitest";
import { z } from "zod";
import { imageName, emitContainerHost } from "./emit-container-host.ts";

const parse = <T>(schema: z.ZodType<T>, files: ReadonlyMap<string, string>, path: string): T =>
  schema.parse(JSON.parse(files.get(path) ?? ""));

/** CloudFormation's template anatomy, as far as every template has it. */
const template = z.strictObject({
  AWSTemplateFormatVersion: z.literal("2010-09-09"),
  Description: z.string().max(1024),
  Parameters: z.record(
    z.string().regex(/^[A-Za-z0-9]+$/),
    z.strictObject({ Type: z.string(), Default: z.string().optional(), Description: z.string().optional() }),
  ),
  Conditions: z.record(z.string(), z.record(z.string().startsWith("Fn::"), z.unknown())),
  Resources: z.record(
    z.string().regex(/^[A-Za-z0-9]+$/),
    z.strictObject({
      Type: z.string().regex(/^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/),
      Condition: z.string().optional(),
      DependsOn: z.array(z.string()).optional(),
      Properties: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
  Outputs: z.record(z.string(), z.strictObject({ Description: z.string(), Value: z.unknown() })),
});

const container = z.object({
  Name: z.string(),
  Image: z.object({ Ref: z.literal("Image") }),
  PortMappings: z.array(z.object({ ContainerPort: z.literal(3000) })),
});

/** Every name that a template refers to. */
function referencesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => referencesOf(one));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "Ref") return [String(inner)];
    if (key === "Fn::GetAtt") return [String((inner as unknown[])[0])];
    const own = key === "Fn::If" || key === "Condition" ? [String(Array.isArray(inner) ? inner[0] : inner)] : [];
    const text = key === "Fn::Sub" ? (Array.isArray(inner) ? String(inner[0]) : String(inner)) : "";
    const local = key === "Fn::Sub" && Array.isArray(inner) ? Object.keys(inner[1] as object) : [];
    const named = [...text.matchAll(/\$\{([^}]+)\}/g)].map(([, name = ""]) => name.split(".")[0] ?? "");
    return [...own, ...named.filter((name) => !local.includes(name)), ...referencesOf(inner)];
  });
}

describe("the manifests for AWS", () => {
  const files = emitContainerHost("aws", "tool-shed");

  it("are a template whose references all lead somewhere", () => {
    const { Parameters, Conditions, Resources, Outputs } = parse(template, files, "aws/template.json");
    const known = new Set([Parameters, Conditions, Resources].flatMap((part) => Object.keys(part)));
    const named = referencesOf({ Conditions, Resources, Outputs }).filter((name) => !name.startsWith("AWS::"));
    expect(named.filter((name) => !known.has(name))).toEqual([]);
    for (const { DependsOn = [] } of Object.values(Resources))
      for (const name of DependsOn) expect(known).toContain(name);
    expect(Object.keys(Parameters).filter((name) => !named.includes(name))).toEqual([]);
  });

  it("run the image on Fargate, and take back what does not answer", () => {
    const { Resources } = parse(template, files, "aws/template.json");
    const task = z
      .object({ RequiresCompatibilities: z.tuple([z.literal("FARGATE")]), ContainerDefinitions: z.tuple([container]) })
      .parse(Resources["Task"]?.Properties);
    expect(task.ContainerDefinitions[0].Name).toBe("app");
    expect(Resources["Targets"]?.Properties).toMatchObject({ TargetType: "ip", HealthCheckPath: "/api/health" });
    expect(Resources["Service"]?.Properties).toMatchObject({
      LoadBalancers: [{ ContainerName: "app", ContainerPort: 3000 }],
      DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } },
    });
  });

  it("carry the app's name in the steps", () => {
    const readme = files.get("aws/README.md");
    expect(readme).toContain("--stack-name tool-shed --template-file aws/template.json");
    expect([...files.values()].join("")).not.toContain("my-app");
  });
});

const probe = z.strictObject({
  httpGet: z.strictObject({ path: z.literal("/api/health") }),
  periodSeconds: z.int(),
  failureThreshold: z.int().optional(),
});
/** Cloud Run's `Service` (run.googleapis.com, v1). */
const service = z.strictObject({
  apiVersion: z.literal("serving.knative.dev/v1"),
  kind: z.literal("Service"),
  metadata: z.strictObject({ name: z.string().regex(/^[a-z]([a-z0-9-]{0,47}[a-z0-9])?$/) }),
  spec: z.strictObject({
    template: z.strictObject({
      metadata: z.strictObject({ annotations: z.record(z.string(), z.string()) }),
      spec: z.strictObject({
        containerConcurrency: z.int(),
        timeoutSeconds: z.int().max(3_600),
        containers: z.tuple([
          z.strictObject({
            image: z.string(),
            ports: z.tuple([z.strictObject({ containerPort: z.literal(3000) })]),
            resources: z.strictObject({ limits: z.strictObject({ cpu: z.string(), memory: z.string() }) }),
            env: z.array(
              z.strictObject({
                name: z.string(),
                valueFrom: z.strictObject({
                  secretKeyRef: z.strictObject({ name: z.string(), key: z.literal("latest") }),
                }),
              }),
            ),
            startupProbe: probe,
            livenessProbe: probe,
          }),
        ]),
      }),
    }),
  }),
});
/** Cloud Build's `Build`. */
const build = z.strictObject({
  steps: z.array(
    z.strictObject({ id: z.string(), name: z.string(), entrypoint: z.string().optional(), args: z.array(z.string()) }),
  ),
  substitutions: z.record(z.string().regex(/^_[A-Z0-9_]+$/), z.string()),
  options: z.strictObject({ dynamicSubstitutions: z.literal(true), logging: z.literal("CLOUD_LOGGING_ONLY") }),
});

describe("the manifests for Google Cloud", () => {
  const files = emitContainerHost("gcp", "tool-shed");

  it("are a service of Cloud Run, whose secrets the steps make", () => {
    const { metadata, spec } = parse(service, files, "gcp/service.json");
    expect(metadata.name).toBe("tool-shed");
    const readme = files.get("gcp/README.md") ?? "";
    for (const { valueFrom } of spec.template.spec.containers[0].env)
      expect(readme).toContain(`gcloud secrets create ${valueFrom.secretKeyRef.name} `);
  });

  it("are a build that puts its image into the service", () => {
    const { steps, substitutions } = parse(build, files, "gcp/cloudbuild.json");
    expect(steps.map(({ id }) => id)).toEqual(["build", "push", "deploy"]);
    const builtIn = ["PROJECT_ID", "BUILD_ID", ...Object.keys(substitutions)];
    const used = [...JSON.stringify({ steps, substitutions }).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
    expect(used.filter((name) => !builtIn.includes(name ?? ""))).toEqual([]);
    const [, pattern = ""] = /sed 's\|(.+?)\|/.exec(steps[2]?.args[1] ?? "") ?? [];
    expect(files.get("gcp/service.json")?.split(pattern)).toHaveLength(2);
  });
});

describe("the steps for Docker", () => {
  it("name the app's image, and a workflow that stands beside them", () => {
    const files = emitContainerHost("docker", "tool-shed");
    expect([...files.keys()]).toEqual(["docker/README.md", "docker/publish.yml"]);
    expect(files.get("docker/README.md")).toContain("IMAGE=ghcr.io/NAME/tool-shed");
    expect(files.get("docker/README.md")).toContain("`docker/publish.yml`");
  });
});

it("gives every project a name that registries and clouds take", () => {
  expect(imageName("3d-printers")).toBe("app-3d-printers");
  expect(imageName(`${"a".repeat(39)}-b`)).toBe("a".repeat(39));
});

import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "./routes/index.ts";
import { call, read } from "./test-client.ts";

interface Document {
  openapi: string;
  paths: Record<string, Record<string, OperationObject>>;
  components: { securitySchemes: Record<string, unknown> };
}
interface OperationObject {
  summary?: string;
  security?: Record<string, unknown>[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: { type?: string; additionalProperties?: unknown } }> };
  responses: Record<string, { description: string }>;
  "x-guard"?: { kind: string };
}

let document: Document;
beforeAll(async () => {
  document = await read(await call("/api/v1/openapi.json"), 200);
});

const published = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe("the OpenAPI document", () => {
  it("is of version 3.1 and answers without the version prefix too", async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(await read(await call("/api/openapi.json"), 200)).toEqual(document);
  });

  it("holds every route and nothing else", () => {
    const declared = operations.map(({ route }) => `${route.method} ${route.path.replace(/:path\{.+\}/, "{path}")}`);
    expect(
      published()
        .map(({ path, method }) => `${method} ${path}`)
        .toSorted(),
    ).toEqual(declared.toSorted());
  });

  it("says of each route what it does, who may call it and how it refuses", () => {
    for (const { path, method, operation } of published()) {
      const name = `${method} ${path}`;
      expect(operation.summary, name).toBeTruthy();
      expect(operation["x-guard"]?.kind, name).toBeTruthy();
      expect(Object.keys(operation.responses), name).toContain("500");
      const closed = operation.security?.some((scheme) => "accessToken" in scheme) ?? false;
      expect(closed, name).toBe("401" in operation.responses && !path.includes("/auth/") && !path.endsWith("/socket"));
    }
  });

  it("declares every parameter of a path", () => {
    for (const { path, method, operation } of published()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
      expect(declared.map(({ name }) => name).toSorted(), `${method} ${path}`).toEqual(inPath.toSorted());
      expect(
        declared.every(({ required }) => required),
        `${method} ${path}`,
      ).toBe(true);
    }
  });

  it("says that unknown fields of a body are refused", () => {
    for (const { path, method, operation } of published()) {
      const schema = operation.requestBody?.content["application/json"]?.schema;
      if (schema) expect(schema.additionalProperties, `${method} ${path}`).toBe(false);
    }
  });
});

describe("the documentation page", () => {
  it("loads its script and style from the platform alone", async () => {
    const response = await call("/api/docs");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    const html = await response.text();
    const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? "");
    expect(sources.length).toBeGreaterThan(2);
    expect(sources.every((source) => source.startsWith("/"))).toBe(true);
    expect(html).not.toMatch(/<script>/);
    const start = await call("/api/docs/start.js");
    expect(start.headers.get("content-type")).toContain("javascript");
    expect(await start.text()).toContain("/api/v1/openapi.json");
  });
});

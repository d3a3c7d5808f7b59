import { describe, expect, test } from "vitest";
import { createApp } from "../src/server/app.ts";
import { servedRoutes } from "../src/server/openapi/describe-api.ts";
import type { Document, Operation } from "../src/server/openapi/openapi.ts";
import { resourceOperations } from "../src/server/openapi/resource-operations.ts";
import { resourceRoutes } from "../src/server/resource/resource-routes.ts";
import { models } from "../src/shared/models.ts";
import { startApp } from "./app.ts";
import { createSample } from "./sample.ts";

const { body: document } = await startApp().call<Document>("GET", "/openapi.json");
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every `$ref` below a value. */
const references = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => (key === "$ref" ? [String(inner)] : references(inner)));

const resolve = (reference: string): unknown =>
  reference
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);

const inPath = ({ parameters = [] }: Operation): string[] =>
  parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);

describe("the description of the API", () => {
  test("holds every route that is served, and none that is not", () => {
    const served = servedRoutes(createApp().routes, "/api").map(
      ({ method, path }) => `${method.toLowerCase()} /api${path.replace(/:(\w+)/g, "{$1}")}`,
    );
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...served].sort());
    expect(Object.keys(resourceOperations).sort()).toEqual(
      resourceRoutes.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  test("is OpenAPI 3.1: names are unique, references lead somewhere, paths say their parameters", () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const reference of references(document)) expect(resolve(reference), reference).toBeDefined();
    for (const name of Object.keys(document.components.schemas)) expect(name).toMatch(/^[\w.-]+$/);
    for (const { path, operation } of operations) {
      expect(inPath(operation).sort(), path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort());
      const keys = (operation.parameters ?? []).map(({ name, in: place }) => `${place} ${name}`);
      expect(new Set(keys).size, path).toBe(keys.length);
      expect(Object.keys(operation.responses).every((status) => /^[2-5]\d\d$/.test(status))).toBe(true);
      expect(operation.summary).not.toBe("");
    }
  });

  test("names the fields that records really have", async () => {
    const app = startApp();
    for (const model of models) {
      const { body } = await app.call("GET", `/${model.slug}/${await createSample(app, model)}`);
      const schema = document.components.schemas[model.key];
      expect(Object.keys(schema?.["properties"] ?? {})).toEqual(expect.arrayContaining(Object.keys(body)));
      expect(Object.keys(body)).toEqual(expect.arrayContaining(schema?.["required"] as string[]));
    }
  });

  test("can be read as a page that needs nothing from elsewhere", async () => {
    const response = await startApp().send("GET", "/docs");
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    const page = await response.text();
    for (const path of Object.keys(document.paths)) expect(page).toContain(path);
    expect(page).not.toMatch(/<script|src=|href="(?!\/api\/)/);
  });
});

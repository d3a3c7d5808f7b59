// The description of the whole API, made from what the router really serves: a route that nobody described is listed too.
import { about, appName } from "../../shared/app.ts";
import { models } from "../../shared/models.ts";
import { capabilitySummaries } from "../capabilities/registry.ts";
import { modelSchemas, sharedSchemas } from "./model-schemas.ts";
import { type Document, errorResponses, failures, json, type Operation, pathParameter } from "./openapi.ts";
import { resourceOperations } from "./resource-operations.ts";

export interface Route {
  readonly method: string;
  readonly path: string;
}

/** Routes beside the models' own, by method and path below /api. */
const summaries: Readonly<Record<string, string>> = {
  "GET /health": "Ask whether the app is well",
  "GET /dashboard": "Read the numbers of the dashboard",
  "GET /trash": "Count what lies in the trash, by model",
  "POST /uploads": "Upload the bytes of a file; the answer's `url` is the value of a field",
  "GET /uploads/:id/:name": "Read an uploaded file",
  "GET /webhooks": "List the webhooks, and the events there are",
  "POST /webhooks": "Add a webhook; its secret is in this answer alone",
  "GET /webhooks/deliveries": "List the newest deliveries",
  "POST /webhooks/deliveries/:id/retry": "Try a delivery again",
  "PATCH /webhooks/:id": "Change a webhook, or switch it on and off",
  "DELETE /webhooks/:id": "Delete a webhook",
  "POST /webhooks/:id/test": "Send a webhook an event called test",
  "GET /openapi.json": "Read this description",
  "GET /docs": "Read this description as a page",
  ...capabilitySummaries,
};

const template = (path: string): string => path.replace(/:(\w+)/g, "{$1}");
const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
const idOf = (method: string, path: string): string =>
  [method.toLowerCase(), ...path.split("/").map((part) => part.replace(/\W+/g, "_"))].filter(Boolean).join(".");

function describeRoute({ method, path }: Route): Operation {
  const model = models.find(({ slug }) => path === `/${slug}` || path.startsWith(`/${slug}/`));
  const own = model && resourceOperations[`${method} ${path.slice(model.slug.length + 1) || "/"}`];
  if (model && own) return { operationId: idOf(method, path), tags: [model.pluralLabel], ...own(model) };
  const first = path.split("/")[1] ?? "";
  return {
    operationId: idOf(method, path),
    tags: [path === `/${first}` || first === "" ? "App" : first],
    summary: summaries[`${method} ${path}`] ?? `${method} ${path}`,
    ...(parametersOf(path).length > 0 && { parameters: parametersOf(path).map((name) => pathParameter(name)) }),
    responses: { 200: { description: "The answer." }, ...failures(400, 404) },
  };
}

/** Middleware is no route of its own. */
export const servedRoutes = (routes: readonly Route[], prefix: string): Route[] => {
  const seen = new Set<string>();
  return routes
    .filter(({ method, path }) => method !== "ALL" && !path.includes("*") && path.startsWith(prefix))
    .map(({ method, path }) => ({ method, path: path.slice(prefix.length).replace(/(.)\/$/, "$1") || "/" }))
    .filter(({ method, path }) => {
      const isNew = !seen.has(`${method} ${path}`);
      seen.add(`${method} ${path}`);
      return isNew;
    });
};

export function describeApi(routes: readonly Route[]): Document {
  const paths: Document["paths"] = {};
  for (const route of servedRoutes(routes, "/api")) {
    const at = `/api${template(route.path)}`;
    paths[at] = { ...paths[at], [route.method.toLowerCase()]: describeRoute(route) };
  }
  const health = paths["/api/health"]?.["get"];
  if (health) health.responses["200"] = json("It is.", { type: "object", properties: { status: { const: "ok" } } });
  return {
    openapi: "3.1.0",
    info: { title: `${appName} API`, description: about.summary, version: "1" },
    servers: [{ url: "/" }],
    tags: models.map(({ pluralLabel, description }) => ({ name: pluralLabel, ...(description !== "" && { description }) })),
    paths,
    components: {
      schemas: Object.assign({}, sharedSchemas, ...models.map(modelSchemas)) as Document["components"]["schemas"],
      responses: errorResponses,
    },
  };
}

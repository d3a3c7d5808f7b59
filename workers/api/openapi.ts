// The OpenAPI 3.1 document, built from the routes themselves at the first request for it.
import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { ApiEnv } from "./api-env.ts";
import type { Guard } from "./guard.ts";
import { errorBodySchema, errorStatuses, type ErrorCode } from "./schemas/errors.ts";

export function buildOpenApiDocument(app: OpenAPIHono<ApiEnv>): Record<string, unknown> {
  app.openAPIRegistry.registerComponent("securitySchemes", "accessToken", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "From register, login or refresh; valid for 15 minutes.",
  });
  const document = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "NexusGen API",
      version: "1",
      description:
        "Describe an application, watch it being built, run it. Every path also answers without `/v1`. " +
        "Times are ISO 8601 UTC, money is US dollars, sizes are bytes, durations milliseconds.",
    },
    servers: [{ url: "/" }],
    tags: [
      "auth",
      "users",
      "workspaces",
      "projects",
      "assets",
      "generations",
      "versions",
      "elements",
      "data",
      "snapshots",
      "events",
      "problems",
      "deployments",
      "github",
      "health",
      "docs",
    ].map((name) => ({ name })),
  });
  // Paths of several segments are a pattern in the router, and a plain parameter in the document.
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => [
    path.replaceAll(/:(\w+)\{[^}]*\}/g, "{$1}"),
    item,
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

export function describeSecurity(guard: Guard): Pick<RouteConfig, "security"> & { "x-guard": Guard } {
  const open = guard.kind === "public" || guard.kind === "ticket";
  return { security: open ? [] : [{ accessToken: [] }], "x-guard": guard };
}

const meanings: Record<ErrorCode, string> = {
  VALIDATION_ERROR: "A field is missing, malformed or unknown; `details` names it.",
  AUTHENTICATION_ERROR: "No valid access token or cookie.",
  QUOTA_EXCEEDED: "The plan does not cover it.",
  AUTHORIZATION_ERROR: "Known to the caller, but not allowed.",
  NOT_FOUND_ERROR: "Does not exist, or the caller may not know that it does.",
  CONFLICT: "Not possible in the present state.",
  PAYLOAD_TOO_LARGE: "The body is too long.",
  UNSUPPORTED_MEDIA_TYPE: "The body, or what the file holds, is of a kind that is not taken.",
  RATE_LIMITED: "Too many requests; `Retry-After` says when to go on.",
  SYSTEM_ERROR: "Our fault; report the request id.",
};

/** The refusals that follow from a route's guard and input, beside those it lists itself. */
export function describeErrors(guard: Guard, route: RouteConfig): RouteConfig["responses"] {
  const input = route.request?.body || route.request?.query;
  const codes: ErrorCode[] = [
    ...(input ? (["VALIDATION_ERROR"] as const) : []),
    ...(route.request?.body ? (["PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"] as const) : []),
    ...(guard.kind === "public" || guard.kind === "ticket" ? [] : (["AUTHENTICATION_ERROR", "RATE_LIMITED"] as const)),
    ...(guard.kind === "member" || guard.kind === "workspace"
      ? (["AUTHORIZATION_ERROR", "NOT_FOUND_ERROR"] as const)
      : []),
    "SYSTEM_ERROR",
  ];
  return refusals(...codes);
}

export function refusals(...codes: ErrorCode[]): RouteConfig["responses"] {
  return Object.fromEntries(
    codes.map((code) => [
      errorStatuses[code],
      { description: `${code}: ${meanings[code]}`, content: { "application/json": { schema: errorBodySchema } } },
    ]),
  );
}

// Which guard stands before which route. A route that is not named here is for administrators alone, so that a new one is
// closed until somebody decides about it.
import type { RouterRoute } from "hono/types";
import { models } from "../../shared/models.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { type ResourceRoute, resourceRoutes } from "../resource/resource-routes.ts";
import { openPrefixes } from "./open-prefixes.ts";

export type Guard =
  | { readonly kind: "public" }
  /** A person or a program of theirs. */
  | { readonly kind: "signedIn" }
  /** A person in a browser: what an API key cannot do. */
  | { readonly kind: "person" }
  /** A person who administrates. */
  | { readonly kind: "admin" }
  /** Which of the records, permissions.ts decides. */
  | { readonly kind: "records"; readonly model: ModelMeta; readonly action: ResourceRoute["action"] };

const guards = new Map<string, Guard>([
  ["GET /api/health", { kind: "public" }],
  ["GET /api/sitemap.xml", { kind: "public" }],
  ["GET /api/session", { kind: "public" }],
  ["POST /api/session", { kind: "public" }],
  ["POST /api/session/example", { kind: "public" }],
  ["DELETE /api/session", { kind: "public" }],
  ["POST /api/access/sign-up", { kind: "public" }],
  ["GET /api/access/invitations/:token", { kind: "public" }],
  // Whoever knows the address, which nobody can guess; pictures stand on public pages too.
  ["GET /api/uploads/:id/:name", { kind: "public" }],
  // Which kind of file, the route decides.
  ["POST /api/uploads", { kind: "signedIn" }],
  ["GET /api/openapi.json", { kind: "signedIn" }],
  ["GET /api/docs", { kind: "signedIn" }],
  // Counts what the person may read.
  ["GET /api/dashboard", { kind: "signedIn" }],
  ["GET /api/trash", { kind: "signedIn" }],
  ["PATCH /api/access/profile", { kind: "person" }],
  ["POST /api/access/profile/deletion", { kind: "person" }],
  ["GET /api/access/sessions", { kind: "person" }],
  ["DELETE /api/access/sessions", { kind: "person" }],
  ["GET /api/access/keys", { kind: "person" }],
  ["POST /api/access/keys", { kind: "person" }],
  ["DELETE /api/access/keys/:id", { kind: "person" }],
  ["GET /api/access/records/:model/:id", { kind: "signedIn" }],
  ["PUT /api/access/records/:model/:id/owner", { kind: "signedIn" }],
]);

for (const model of models) {
  for (const { method, path, action } of resourceRoutes) {
    const route = `${method} /api/${model.slug}${path === "/" ? "" : path}`;
    guards.set(route, { kind: "records", model, action });
  }
}

/** Routes of the parts of the app, which look at records by themselves. */
const isBelow = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`);

export function guardOf({ method, path }: Pick<RouterRoute, "method" | "path">): Guard {
  const guard = guards.get(`${method} ${path}`);
  if (guard) return guard;
  if (openPrefixes.forAll.some((prefix) => isBelow(path, prefix))) return { kind: "public" };
  if (openPrefixes.forPeople.some((prefix) => isBelow(path, prefix))) return { kind: "signedIn" };
  return { kind: "admin" };
}

// The API of one model, as data: the router mounts it, the description of the API reads it, and whoever guards the app
// finds here what each request does.
import type { Context } from "hono";
import type { ApiRecord } from "../../shared/model.ts";
import { connect } from "../db/client.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import type { Action } from "../permissions.ts";
import { createRecords } from "./batch.ts";
import { addLink, listLinked, removeLink } from "./links.ts";
import { listOptions, listRecords } from "./list.ts";
import { claimUploads, sweepUploads } from "../uploads/sweep.ts";
import type { Resource } from "./table.ts";
import { deleteRecord, emptyTrash, listTrash, restoreRecord } from "./trash.ts";
import { createRecord, eraseRecord, findRecord, listDependents, updateRecord } from "./write.ts";
import { words } from "../words.ts";

export interface ResourceRoute {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below /api/<slug of the model>. */
  readonly path: string;
  readonly action: Action | ((query: Readonly<Record<string, string>>) => Action);
  handle(context: Context<AppEnv>, resource: Resource): Promise<Response>;
}

async function readBody(context: Context<AppEnv>): Promise<Record<string, unknown>> {
  const body: unknown = await context.req.json().catch(() => undefined);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new ApiError("VALIDATION_ERROR", words.sendObject);
  }
  return body as Record<string, unknown>;
}

const param = (context: Context<AppEnv>, name: string): string => context.req.param(name) ?? "";

/** With its version as ETag, which `If-Match` hands back. */
function answerRecord(context: Context<AppEnv>, record: ApiRecord): Response {
  return context.json(record, 200, { ETag: `"${record.updatedAt}"` });
}

async function update(context: Context<AppEnv>, resource: Resource, partial: boolean): Promise<Response> {
  // "*" asks for any version.
  const expected = /^(?:W\/)?"(.*)"$/.exec(context.req.header("If-Match")?.trim() ?? "")?.[1];
  const body = await readBody(context);
  const record = await updateRecord(connect(context), resource, param(context, "id"), body, { partial, expected });
  await claimUploads(connect(context));
  return answerRecord(context, record);
}

export const resourceRoutes: readonly ResourceRoute[] = [
  {
    // ?q= &sort=field|-field &page= &pageSize= &badge= &<field>=value &<field>.from= &<field>.to= → page of records
    method: "GET",
    path: "/",
    action: "read",
    handle: async (context, resource) =>
      context.json(await listRecords(connect(context), resource, context.req.query())),
  },
  {
    method: "POST",
    path: "/",
    action: "create",
    handle: async (context, resource) => {
      const record = await createRecord(connect(context), resource, await readBody(context));
      await claimUploads(connect(context));
      return context.json(record, 201, { Location: `/api/${resource.model.slug}/${record.id}` });
    },
  },
  {
    // { create: [values] } → { results: [{ id } | { message, fields }] }, one for each
    method: "POST",
    path: "/batch",
    action: "create",
    handle: async (context, resource) => {
      const outcome = await createRecords(connect(context), resource, (await readBody(context))["create"]);
      await claimUploads(connect(context));
      return context.json(outcome);
    },
  },
  {
    // ?q= → { items: [{ id, label }] } for pickers
    method: "GET",
    path: "/options",
    action: "read",
    handle: async (context, resource) =>
      context.json(await listOptions(connect(context), resource, context.req.query("q")?.trim() ?? "")),
  },
  {
    // ?page= &pageSize= → page of deleted records, the last deleted first
    method: "GET",
    path: "/trash",
    action: "delete",
    handle: async (context, resource) =>
      context.json(await listTrash(connect(context), resource, context.req.query())),
  },
  {
    method: "DELETE",
    path: "/trash",
    action: "purge",
    handle: async (context, resource) => {
      const outcome = await emptyTrash(connect(context), resource);
      await sweepUploads(context.env, connect(context));
      return context.json(outcome);
    },
  },
  {
    method: "GET",
    path: "/:id",
    action: "read",
    handle: async (context, resource) =>
      answerRecord(context, await findRecord(connect(context), resource, param(context, "id"))),
  },
  {
    // With If-Match: <ETag of the answer that was read> a record that changed since answers 409 and itself.
    method: "PUT",
    path: "/:id",
    action: "update",
    handle: (context, resource) => update(context, resource, false),
  },
  {
    method: "PATCH",
    path: "/:id",
    action: "update",
    handle: (context, resource) => update(context, resource, true),
  },
  {
    // Into the trash; with ?permanent=true for good.
    method: "DELETE",
    path: "/:id",
    action: ({ permanent }) => (permanent === "true" ? "purge" : "delete"),
    handle: async (context, resource) => {
      const remove = context.req.query("permanent") === "true" ? eraseRecord : deleteRecord;
      await remove(connect(context), resource, param(context, "id"));
      await sweepUploads(context.env, connect(context));
      return context.body(null, 204);
    },
  },
  {
    method: "POST",
    path: "/:id/restore",
    action: "delete",
    handle: async (context, resource) =>
      context.json(await restoreRecord(connect(context), resource, param(context, "id"))),
  },
  {
    // What a deletion would take along.
    method: "GET",
    path: "/:id/dependents",
    action: "read",
    handle: async (context, resource) =>
      context.json(await listDependents(connect(context), resource, param(context, "id"))),
  },
  {
    // ?side= → page of records
    method: "GET",
    path: "/:id/links/:link",
    action: "read",
    handle: async (context, resource) =>
      context.json(
        await listLinked(
          connect(context),
          resource,
          param(context, "id"),
          param(context, "link"),
          context.req.query("side"),
        ),
      ),
  },
  {
    // { id } of the other record
    method: "POST",
    path: "/:id/links/:link",
    action: "update",
    handle: async (context, resource) => {
      const { id: otherId } = await readBody(context);
      const side = context.req.query("side");
      await addLink(connect(context), resource, param(context, "id"), param(context, "link"), side, otherId);
      return context.body(null, 204);
    },
  },
  {
    method: "DELETE",
    path: "/:id/links/:link/:otherId",
    action: "update",
    handle: async (context, resource) => {
      const [id, link, otherId] = [param(context, "id"), param(context, "link"), param(context, "otherId")];
      await removeLink(connect(context), resource, id, link, context.req.query("side"), otherId);
      return context.body(null, 204);
    },
  },
];

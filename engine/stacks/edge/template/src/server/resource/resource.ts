// The API of one model:
//   GET    /              ?q= &sort=field|-field &page= &pageSize= &badge= &<field>=value &<field>.from= &<field>.to= → page of records
//   GET    /options       ?q= → { items: [{ id, label }] } for pickers
//   POST   /              201 record
//   POST   /batch         { create: [values] } → { results: [{ id } | { message, fields }] }, one for each
//   GET    /:id           record          PUT, PATCH /:id → record          DELETE /:id → 204
//   GET    /:id/dependents                what a deletion would take along
//   GET    /:id/links/:link ?side=        POST { id }           DELETE /:id/links/:link/:otherId
import { type Context, Hono } from "hono";
import { connect } from "../db/client.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { createRecords } from "./batch.ts";
import { addLink, listLinked, removeLink } from "./links.ts";
import { listOptions, listRecords } from "./list.ts";
import type { Resource } from "./table.ts";
import { createRecord, deleteRecord, findRecord, listDependents, updateRecord } from "./write.ts";

async function readBody(context: Context<AppEnv>): Promise<Record<string, unknown>> {
  const body: unknown = await context.req.json().catch(() => undefined);
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new ApiError("VALIDATION_ERROR", "Send a JSON object.");
  }
  return body as Record<string, unknown>;
}

export function createResource(resource: Resource): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get("/", async (context) => context.json(await listRecords(connect(context.env), resource, context.req.query())))
    .post("/", async (context) => {
      const record = await createRecord(connect(context.env), resource, await readBody(context));
      return context.json(record, 201, { Location: `/api/${resource.model.slug}/${record.id}` });
    })
    .post("/batch", async (context) =>
      context.json(await createRecords(connect(context.env), resource, (await readBody(context))["create"])),
    )
    .get("/options", async (context) =>
      context.json(await listOptions(connect(context.env), resource, context.req.query("q")?.trim() ?? "")),
    )
    .get("/:id", async (context) =>
      context.json(await findRecord(connect(context.env), resource, context.req.param("id"))),
    )
    .put("/:id", async (context) =>
      context.json(
        await updateRecord(connect(context.env), resource, context.req.param("id"), await readBody(context), false),
      ),
    )
    .patch("/:id", async (context) =>
      context.json(
        await updateRecord(connect(context.env), resource, context.req.param("id"), await readBody(context), true),
      ),
    )
    .delete("/:id", async (context) => {
      await deleteRecord(connect(context.env), resource, context.req.param("id"));
      return context.body(null, 204);
    })
    .get("/:id/dependents", async (context) =>
      context.json(await listDependents(connect(context.env), resource, context.req.param("id"))),
    )
    .get("/:id/links/:link", async (context) => {
      const { id, link } = context.req.param();
      return context.json(await listLinked(connect(context.env), resource, id, link, context.req.query("side")));
    })
    .post("/:id/links/:link", async (context) => {
      const { id, link } = context.req.param();
      await addLink(
        connect(context.env),
        resource,
        id,
        link,
        context.req.query("side"),
        (await readBody(context))["id"],
      );
      return context.body(null, 204);
    })
    .delete("/:id/links/:link/:otherId", async (context) => {
      const { id, link, otherId } = context.req.param();
      await removeLink(connect(context.env), resource, id, link, context.req.query("side"), otherId);
      return context.body(null, 204);
    });
}

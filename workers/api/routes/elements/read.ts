import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { readElement } from "#engine/design/read-element.ts";
import { readSourcePlace } from "#engine/design/source-place.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { readSources } from "../../design/read-sources.ts";
import { member } from "../../guard.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { elementReadingsSchema, readElementsSchema } from "../../schemas/elements.ts";
import { versionParamsSchema } from "../../schemas/versions.ts";

export const readElements = operation({
  guard: member("viewer", "version"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions/{version}/elements/read",
    tags: ["elements"],
    summary: "What of an element can be changed in its source without a model",
    request: { params: versionParamsSchema, body: jsonBody(readElementsSchema) },
    responses: { 200: jsonOf("One for each place where an element begins.", elementReadingsSchema) },
  }),
  async handle(c, { version }) {
    const { places, text } = c.req.valid("json");
    const files = await readSources(new BlobStore(c.env.BLOBS), openDatabase(c.env.DB), version.id);
    const items = places.flatMap((written) => {
      const place = readSourcePlace(written);
      return (place && readElement(files, place, text)) ?? [];
    });
    return c.json({ items }, 200);
  },
});

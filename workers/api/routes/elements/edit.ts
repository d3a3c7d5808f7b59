import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { editElement } from "#engine/design/read-element.ts";
import { readSourcePlace } from "#engine/design/source-place.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { readSources } from "../../design/read-sources.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { editElementSchema, elementEditSchema } from "../../schemas/elements.ts";
import { versionParamsSchema } from "../../schemas/versions.ts";

export const planElementEdit = operation({
  guard: member("member", "version"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions/{version}/elements/edit",
    tags: ["elements"],
    summary: "Work out what a change of an element's text or style changes in the files",
    description: "Nothing is saved: send the changes to `POST …/versions`. What cannot be done exactly is refused.",
    request: { params: versionParamsSchema, body: jsonBody(editElementSchema) },
    responses: { 200: jsonOf("The changed files.", elementEditSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { version }) {
    const { place: written, text, change } = c.req.valid("json");
    const place = readSourcePlace(written);
    const files = await readSources(new BlobStore(c.env.BLOBS), openDatabase(c.env.DB), version.id);
    const edit = place && editElement(files, place, text, change);
    if (!edit?.ok) throw new ApiError("CONFLICT", edit?.why ?? "There is no such place.");
    return c.json({ message: edit.message, changes: [{ path: edit.path, content: edit.content }] }, 200);
  },
});

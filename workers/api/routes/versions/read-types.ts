import { createRoute } from "@hono/zod-openapi";
import { PackageTypes } from "../../../storage/package-types.ts";
import { notFound } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { operation } from "../../operation.ts";
import { packageTypesParamsSchema } from "../../schemas/versions.ts";

export const readTypes = operation({
  guard: member("viewer", "project"),
  route: createRoute({
    method: "get",
    path: "/api/v1/projects/{id}/types/{key}",
    tags: ["versions"],
    summary: "Type declarations of public packages, as gzipped JSON: path below node_modules → text",
    request: { params: packageTypesParamsSchema },
    responses: {
      200: { description: "All of them.", content: { "application/gzip": { schema: { type: "string" } } } },
      ...refusals("NOT_FOUND_ERROR"),
    },
  }),
  async handle(c) {
    const found = await new PackageTypes(c.env.BLOBS).open(c.req.valid("param").key);
    if (found === null) throw notFound("set of types");
    // What a key names never changes.
    const headers = { "content-type": "application/gzip", "cache-control": "private, max-age=31536000, immutable" };
    return c.body(found.body, 200, { ...headers, "content-length": String(found.size) });
  },
});

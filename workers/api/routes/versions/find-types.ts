import { createRoute } from "@hono/zod-openapi";
import { ZodError } from "zod";
import { openDatabase } from "#db/client.ts";
import { readManifest } from "#db/queries/versions.ts";
import { builderFor } from "../../../jobs/builder.ts";
import { BlobStore } from "../../../storage/blobs.ts";
import { PackageTypes } from "../../../storage/package-types.ts";
import { tellBuilderError } from "../../design/build-marked.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonOf, operation } from "../../operation.ts";
import { packageTypesSchema, versionParamsSchema } from "../../schemas/versions.ts";

export const findTypes = operation({
  guard: member("member", "version"),
  route: createRoute({
    method: "post",
    path: "/api/v1/projects/{id}/versions/{version}/types",
    tags: ["versions"],
    summary: "Have the type declarations of a version's packages at hand, for the editor",
    description: "Takes as long as installing the packages, where nobody asked for the same ones before.",
    request: { params: versionParamsSchema },
    responses: { 200: jsonOf("Where they are.", packageTypesSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { project, version }) {
    const blobs = new BlobStore(c.env.BLOBS);
    const manifest = await readManifest(openDatabase(c.env.DB), version.id);
    const [packageJson, lockfile] = await Promise.all(
      ["package.json", "package-lock.json"].map(async (path) => {
        const file = manifest[path];
        return file === undefined ? null : blobs.text(file.sha256);
      }),
    );
    if (packageJson == null || lockfile == null)
      throw new ApiError("CONFLICT", "Without package.json and its lockfile it is not known which packages there are.");
    const types = new PackageTypes(c.env.BLOBS);
    const texts = { packageJson, lockfile };
    const key = await types.keyOf(texts).catch((error: unknown) => {
      if (error instanceof ZodError || error instanceof SyntaxError)
        throw new ApiError("CONFLICT", "package.json or its lockfile cannot be read.");
      throw error;
    });
    if (!(await types.has(key))) await types.collect(key, builderFor(c.env, project.id), texts).catch(tellBuilderError);
    return c.json({ key }, 200);
  },
});

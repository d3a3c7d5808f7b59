import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findWorkspaceKey, recordKeyTest } from "#db/queries/provider-keys.ts";
import { openKey } from "../../../models/load-models.ts";
import { readModelChoice } from "../../../models/read-model-choice.ts";
import { tryProvider } from "../../../models/try-provider.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { workspaceMember } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { keyTestSchema, providerParamsSchema } from "../../schemas/workspaces.ts";

export const testProviderKey = operation({
  guard: workspaceMember("admin"),
  route: createRoute({
    method: "post",
    path: "/api/v1/workspaces/{id}/provider-keys/{provider}/test",
    tags: ["workspaces"],
    summary: "Try the stored key with a call of a few tokens",
    request: { params: providerParamsSchema },
    responses: { 200: jsonOf("Whether it worked, and if not, why.", keyTestSchema) },
  }),
  async handle(c, { caller, workspace }) {
    const { provider } = c.req.valid("param");
    const db = openDatabase(c.env.DB);
    const row = await findWorkspaceKey(db, workspace.id, provider);
    if (!row) throw notFound("key");
    const choice = readModelChoice(c.env, [await openKey(c.env, row)]);
    const result = await tryProvider(choice, provider);
    const testedAt = new Date().toISOString();
    await recordKeyTest(
      db,
      row,
      { testedAt, testOutcome: result.outcome, testMessage: result.message },
      auditOf(c, {
        action: "provider_key.tested",
        actorId: caller.userId,
        targetId: workspace.id,
        details: { provider, outcome: result.outcome },
      }),
    );
    return c.json({ ...result, testedAt }, 200);
  },
});

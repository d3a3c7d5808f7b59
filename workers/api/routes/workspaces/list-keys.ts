import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { listWorkspaceKeys } from "#db/queries/provider-keys.ts";
import { readModelChoice } from "../../../models/read-model-choice.ts";
import { canSeal } from "../../../storage/sealed-text.ts";
import { workspaceMember } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { providerKeysSchema, workspaceParamsSchema } from "../../schemas/workspaces.ts";
import { viewProviderKey } from "../../views.ts";

export const listProviderKeys = operation({
  guard: workspaceMember("admin"),
  route: createRoute({
    method: "get",
    path: "/api/v1/workspaces/{id}/provider-keys",
    tags: ["workspaces"],
    summary: "The workspace's own keys of model providers, without the keys themselves",
    request: { params: workspaceParamsSchema },
    responses: { 200: jsonOf("At most one for each provider.", providerKeysSchema) },
  }),
  async handle(c, { workspace }) {
    const rows = await listWorkspaceKeys(openDatabase(c.env.DB), workspace.id);
    const platform = readModelChoice(c.env).providers.map((provider) => provider.id);
    return c.json({ items: rows.map(viewProviderKey), platform, canStore: canSeal(c.env) }, 200);
  },
});

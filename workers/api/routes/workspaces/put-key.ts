import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findWorkspaceKey, listWorkspaceKeys, putWorkspaceKey } from "#db/queries/provider-keys.ts";
import { keyPlace } from "../../../models/load-models.ts";
import { findAddressProblem, readProviderHosts } from "../../../models/provider-address.ts";
import { canSeal, sealText } from "../../../storage/sealed-text.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { ApiError, notFound } from "../../errors.ts";
import { workspaceMember } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { providerKeySchema, providerParamsSchema, putProviderKeySchema } from "../../schemas/workspaces.ts";
import { viewProviderKey } from "../../views.ts";

export const putProviderKey = operation({
  guard: workspaceMember("admin"),
  route: createRoute({
    method: "put",
    path: "/api/v1/workspaces/{id}/provider-keys/{provider}",
    tags: ["workspaces"],
    summary: "Store the workspace's own key of a provider; its generations use it from the next call on",
    request: { params: providerParamsSchema, body: jsonBody(putProviderKeySchema) },
    responses: { 200: jsonOf("The key as it is shown.", providerKeySchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, workspace }) {
    const { provider } = c.req.valid("param");
    const { apiKey, baseUrl = null, model = null } = c.req.valid("json");
    if (!canSeal(c.env)) {
      throw new ApiError("CONFLICT", "This platform has no ENCRYPTION_KEY, so it stores no keys. Ask who runs it.");
    }
    const addressProblem = baseUrl === null ? null : findAddressProblem(baseUrl, readProviderHosts(c.env));
    if (addressProblem !== null) throw refuse("baseUrl", addressProblem);
    if (provider === "compatible" && baseUrl === null) throw refuse("baseUrl", "Enter the server's address.");
    if (provider === "compatible" && model === null) throw refuse("model", "Name the model to ask for.");
    if (provider !== "compatible" && apiKey === null) throw refuse("apiKey", "Enter the key.");
    const db = openDatabase(c.env.DB);
    const place = { workspaceId: workspace.id, provider, baseUrl };
    const before = apiKey === undefined ? await findWorkspaceKey(db, workspace.id, provider) : undefined;
    if (apiKey === undefined && !before) throw refuse("apiKey", "Enter the key.");
    if (before && before.baseUrl !== baseUrl) throw refuse("apiKey", "The address has changed: enter the key again.");
    const kept = before && { sealedKey: before.sealedKey, lastSigns: before.lastSigns };
    const sealedKey = apiKey ? await sealText(c.env, apiKey, keyPlace(place)) : null;
    // Of a short key four signs would give away too much.
    const lastSigns = apiKey && apiKey.length >= 16 ? apiKey.slice(-4) : null;
    await putWorkspaceKey(
      db,
      { ...place, ...(kept ?? { sealedKey, lastSigns }), model, createdBy: caller.userId },
      auditOf(c, {
        action: "provider_key.saved",
        actorId: caller.userId,
        targetId: workspace.id,
        details: { provider, baseUrl, model, newKey: apiKey !== undefined },
      }),
    );
    const stored = (await listWorkspaceKeys(db, workspace.id)).find((row) => row.provider === provider);
    if (!stored) throw notFound("key");
    return c.json(viewProviderKey(stored), 200);
  },
});

function refuse(field: string, message: string): ApiError {
  return new ApiError("VALIDATION_ERROR", `Field "${field}": ${message}`, { details: [{ path: field, message }] });
}

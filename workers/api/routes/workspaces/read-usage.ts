import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { monthOf, readWorkspaceUsage } from "#db/queries/model-usage.ts";
import { countGenerations } from "#db/queries/generations.ts";
import { workspaceMember } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { usageQuerySchema, workspaceParamsSchema, workspaceUsageSchema } from "../../schemas/workspaces.ts";

export const readUsage = operation({
  guard: workspaceMember("viewer"),
  route: createRoute({
    method: "get",
    path: "/api/v1/workspaces/{id}/usage",
    tags: ["workspaces"],
    summary: "What a workspace's generations spent on models in a month, by whose key",
    request: { params: workspaceParamsSchema, query: usageQuerySchema },
    responses: { 200: jsonOf("Sums of the month, UTC.", workspaceUsageSchema) },
  }),
  async handle(c, { workspace }) {
    const { month = monthOf(new Date()) } = c.req.valid("query");
    const db = openDatabase(c.env.DB);
    const [{ heldUsd, sources }, generations] = await Promise.all([
      readWorkspaceUsage(db, workspace.id, month),
      countGenerations(db, workspace.id, month),
    ]);
    const spentUsd = sources.reduce((sum, source) => sum + source.costUsd, 0);
    const budgetUsd = workspace.monthlyBudgetUsd;
    return c.json({ month, budgetUsd, spentUsd, heldUsd, sources: [...sources], generations }, 200);
  },
});

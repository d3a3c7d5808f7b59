import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { setMonthlyBudget } from "#db/queries/workspaces.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { workspaceMember } from "../../guard.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { updateWorkspaceSchema, workspaceParamsSchema, workspaceSchema } from "../../schemas/workspaces.ts";
import { viewWorkspace } from "../../views.ts";

export const updateWorkspace = operation({
  guard: workspaceMember("admin"),
  route: createRoute({
    method: "patch",
    path: "/api/v1/workspaces/{id}",
    tags: ["workspaces"],
    summary: "Set what a workspace's generations may spend on models in a month",
    description: "Holds from the next call on. What is already spent or under way is not taken back.",
    request: { params: workspaceParamsSchema, body: jsonBody(updateWorkspaceSchema) },
    responses: { 200: jsonOf("The workspace.", workspaceSchema) },
  }),
  async handle(c, { caller, workspace, memberRole }) {
    const { monthlyBudgetUsd } = c.req.valid("json");
    await setMonthlyBudget(
      openDatabase(c.env.DB),
      workspace.id,
      monthlyBudgetUsd,
      auditOf(c, {
        action: "workspace.budget_changed",
        actorId: caller.userId,
        targetId: workspace.id,
        details: { from: workspace.monthlyBudgetUsd, to: monthlyBudgetUsd },
      }),
    );
    return c.json(viewWorkspace({ workspace: { ...workspace, monthlyBudgetUsd }, memberRole }), 200);
  },
});

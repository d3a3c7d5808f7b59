import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { forgetFix as deleteFix } from "#db/queries/fixes.ts";
import { FixStore } from "../../../storage/fix-store.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { notFound } from "../../errors.ts";
import { workspaceMember } from "../../guard.ts";
import { operation } from "../../operation.ts";
import { fixParamsSchema } from "../../schemas/fixes.ts";

export const forgetFix = operation({
  guard: workspaceMember("admin"),
  route: createRoute({
    method: "delete",
    path: "/api/v1/workspaces/{id}/fixes/{fix}",
    tags: ["workspaces"],
    summary: "Forget a fix; it may be learned again",
    request: { params: fixParamsSchema },
    responses: { 204: { description: "It is gone, with what is known of its uses." } },
  }),
  async handle(c, { caller, workspace }) {
    const { fix } = c.req.valid("param");
    const forgotten = await deleteFix(
      openDatabase(c.env.DB),
      workspace.id,
      fix,
      auditOf(c, { action: "fix.forgotten", actorId: caller.userId, targetId: workspace.id, details: { fix } }),
    );
    if (!forgotten) throw notFound("fix");
    const { signature, fingerprint, isLastOfSignature, isLastOfFingerprint } = forgotten;
    await Promise.all([
      isLastOfFingerprint ? new FixStore(c.env.BLOBS, workspace.id).remove(fingerprint) : null,
      isLastOfSignature ? c.env.FIXES.get(c.env.FIXES.idFromName(workspace.id)).forget(signature) : null,
    ]);
    return c.body(null, 204);
  },
});

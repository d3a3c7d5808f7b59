import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findUser } from "#db/queries/users.ts";
import { notFound } from "../../errors.ts";
import { authenticated } from "../../guard.ts";
import { jsonOf, operation } from "../../operation.ts";
import { userSchema } from "../../schemas/users.ts";
import { viewUser } from "../../views.ts";

export const readMe = operation({
  guard: authenticated,
  route: createRoute({
    method: "get",
    path: "/api/v1/users/me",
    tags: ["users"],
    summary: "The signed-in user",
    responses: { 200: jsonOf("The user.", userSchema) },
  }),
  async handle(c, { caller }) {
    const user = await findUser(openDatabase(c.env.DB), caller.userId);
    if (!user) throw notFound("user");
    return c.json(viewUser(user), 200);
  },
});

import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { findUser, updateUser } from "#db/queries/users.ts";
import { isUniqueViolation } from "#db/unique-violation.ts";
import { ApiError, notFound } from "../../errors.ts";
import { authenticated } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { updateUserSchema, userSchema } from "../../schemas/users.ts";
import { viewUser } from "../../views.ts";

export const updateMe = operation({
  guard: authenticated,
  route: createRoute({
    method: "patch",
    path: "/api/v1/users/me",
    tags: ["users"],
    summary: "Change the signed-in user",
    request: { body: jsonBody(updateUserSchema) },
    responses: { 200: jsonOf("The user.", userSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller }) {
    const db = openDatabase(c.env.DB);
    const { preferences, ...changes } = c.req.valid("json");
    const before = await findUser(db, caller.userId);
    if (!before) throw notFound("user");
    try {
      const merged = preferences && { ...before.preferences, ...preferences };
      const user = await updateUser(db, caller.userId, { ...changes, preferences: merged });
      if (!user) throw notFound("user");
      return c.json(viewUser(user), 200);
    } catch (error) {
      if (!isUniqueViolation(error, "users.username")) throw error;
      throw new ApiError("CONFLICT", "This username is taken. Choose another.");
    }
  },
});

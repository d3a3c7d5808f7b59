import { createRoute } from "@hono/zod-openapi";
import { openDatabase } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addVariableSet, newestVariableSet } from "#db/queries/environments.ts";
import { openVariables, sealVariables } from "../../../deploy/variables.ts";
import { canSeal } from "../../../storage/sealed-text.ts";
import { auditOf } from "../../auth/sign-in.ts";
import { ApiError } from "../../errors.ts";
import { member } from "../../guard.ts";
import { refusals } from "../../openapi.ts";
import { jsonBody, jsonOf, operation } from "../../operation.ts";
import { changeVariablesSchema, environmentParamsSchema, variablesSchema } from "../../schemas/environments.ts";

const mostVariables = 100;
/** Bytes of all names and values. */
const mostBytes = 64 * 1024;

export const changeVariables = operation({
  guard: member("admin", "project"),
  bodyLimit: 256 * 1024,
  route: createRoute({
    method: "patch",
    path: "/api/v1/projects/{id}/environments/{environment}/variables",
    tags: ["deployments"],
    summary: "Set and remove environment variables",
    description:
      "Values are sealed and never shown again. A deployment keeps the variables that it was made with: the change reaches the app with the next one.",
    request: { params: environmentParamsSchema, body: jsonBody(changeVariablesSchema) },
    responses: { 200: jsonOf("The names that are set now.", variablesSchema), ...refusals("CONFLICT") },
  }),
  async handle(c, { caller, project }) {
    const { environment } = c.req.valid("param");
    const { set = {}, remove = [] } = c.req.valid("json");
    if (!canSeal(c.env))
      throw new ApiError(
        "CONFLICT",
        "This platform has no ENCRYPTION_KEY, so it stores no variables. Ask who runs it.",
      );
    const db = openDatabase(c.env.DB);
    const before = await newestVariableSet(db, { projectId: project.id, environment });
    const values = before === null ? {} : await openVariables(c.env, before);
    for (const name of remove) delete values[name];
    Object.assign(values, set);
    const size = new TextEncoder().encode(JSON.stringify(values)).byteLength;
    if (Object.keys(values).length > mostVariables || size > mostBytes)
      throw new ApiError(
        "VALIDATION_ERROR",
        `An environment has at most ${mostVariables} variables and 64 KB of them.`,
      );
    const at = new Date().toISOString();
    const known = new Map(before?.names.map((entry) => [entry.name, entry]));
    const names = Object.keys(values)
      .toSorted()
      .map((name) => {
        const kept = Object.hasOwn(set, name) ? undefined : known.get(name);
        return kept ?? { name, setBy: caller.userId, setAt: at };
      });
    const place = { id: newId("variables"), projectId: project.id, environment };
    const added = await addVariableSet(
      db,
      {
        ...place,
        number: (before?.number ?? 0) + 1,
        names,
        sealed: await sealVariables(c.env, place, values),
        createdBy: caller.userId,
      },
      auditOf(c, {
        action: "environment.variables_changed",
        actorId: caller.userId,
        targetId: project.id,
        details: { environment, set: Object.keys(set).join(", "), removed: remove.join(", ") },
      }),
    );
    if (!added) throw new ApiError("CONFLICT", "Somebody else changed these variables at the same time. Try again.");
    return c.json({ items: names }, 200);
  },
});

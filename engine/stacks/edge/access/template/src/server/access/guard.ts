// Stands before every route and asks policy.ts who may pass.
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { publicModels, visitorsCreate } from "../../shared/access/roles.ts";
import { connect } from "../db/client.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { authorise } from "../permissions.ts";
import { type Guard, guardOf } from "./policy.ts";
import { words } from "./words.ts";

const signInFirst = (): ApiError => new ApiError("AUTHENTICATION_ERROR", words.signInFirst);

/** Whether there may be records for them at all; which, the queries decide. */
async function checkRecords(context: Context<AppEnv>, guard: Extract<Guard, { kind: "records" }>): Promise<void> {
  const { model } = guard;
  const action = typeof guard.action === "function" ? guard.action(context.req.query()) : guard.action;
  if (action === "read" && publicModels.includes(model.key)) return;
  if (action === "create" && visitorsCreate.includes(model.key)) return;
  if (!context.get("viewer").user) throw signInFirst();
  // Of one's own record also for good; emptying the whole trash asks by itself.
  await authorise(connect(context), model, action === "purge" ? "delete" : action);
}

async function check(context: Context<AppEnv>, guard: Guard): Promise<void> {
  const { user, role, sessionId } = context.get("viewer");
  if (guard.kind === "public") return;
  if (guard.kind === "records") return checkRecords(context, guard);
  if (!user) throw signInFirst();
  if (guard.kind === "signedIn") return;
  if (sessionId === null) throw new ApiError("AUTHORIZATION_ERROR", words.notByKey);
  if (guard.kind === "admin" && !role?.isAdmin) throw new ApiError("AUTHORIZATION_ERROR", words.adminsOnly);
}

export const guard = createMiddleware<AppEnv>(async (context, next) => {
  // The router's own match, so that guard and handler never understand an address differently.
  const routes = matchedRoutes(context).filter(({ method }) => method !== "ALL");
  for (const route of routes) await check(context, guardOf(route));
  await next();
});

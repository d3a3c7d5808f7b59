// Accounts: who asks is found out before anything else, then the guard decides, then these routes and the app's own answer.
import { Hono } from "hono";
import type { AppEnv } from "../env.ts";
import { guard } from "./guard.ts";
import { changeRoutes } from "./routes/changes.ts";
import { keyRoutes } from "./routes/keys.ts";
import { profileRoutes } from "./routes/profile.ts";
import { recordRoutes } from "./routes/records.ts";
import { sessionRoutes } from "./routes/session.ts";
import { signUpRoutes } from "./routes/sign-up.ts";
import { userRoutes } from "./routes/users.ts";
import { authenticate } from "./viewer.ts";

export const access = new Hono<AppEnv>()
  .use(authenticate, guard)
  .route("/session", sessionRoutes)
  .route("/access", signUpRoutes)
  .route("/access", profileRoutes)
  .route("/access", userRoutes)
  .route("/access", keyRoutes)
  .route("/access", changeRoutes)
  .route("/access", recordRoutes);

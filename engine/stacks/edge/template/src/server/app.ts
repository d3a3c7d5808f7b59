import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { sql } from "drizzle-orm";
import { largestUpload } from "../shared/uploads.ts";
import { capabilityRoutes } from "./capabilities/registry.ts";
import { connect } from "./db/client.ts";
import { dashboard } from "./dashboard.ts";
import type { AppEnv } from "./env.ts";
import { ApiError, onError } from "./errors.ts";
import { answerReference } from "./openapi/answer-reference.ts";
import { describeApi } from "./openapi/describe-api.ts";
import { countTrash } from "./resource/trash.ts";
import { resources } from "./routes.ts";
import { uploadRoutes } from "./uploads/routes.ts";
import { drainOutbox } from "./webhooks/drain.ts";
import { webhookRoutes } from "./webhooks/routes.ts";
import { words } from "./words.ts";

const largestBody = 2_000_000;

const defaultHeaders = [
  ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"],
  ["Cache-Control", "no-store"],
] as const;

const limitBody = (maxSize: number, message: () => string) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new ApiError("PAYLOAD_TOO_LARGE", message());
    },
  });
const limits = {
  file: limitBody(largestUpload, () => words.largeFile),
  other: limitBody(largestBody, () => words.largeBody),
};

export function createApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>().basePath("/api");
  app.onError(onError);
  app.notFound((context) =>
    onError(new ApiError("NOT_FOUND_ERROR", words.nothingAt(context.req.path)), context),
  );
  app.use(secureHeaders({ referrerPolicy: "strict-origin-when-cross-origin" }));
  app.use(async (context, next) => {
    await next();
    // What a route says itself stands.
    for (const [name, value] of defaultHeaders) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  });
  app.use(drainOutbox);
  app.use((context, next) => limits[context.req.path === "/api/uploads" ? "file" : "other"](context, next));
  app.use(async (context, next) => {
    // Browsers send Origin with every write; another site's page may not write here.
    const origin = context.req.header("Origin");
    const writes = !["GET", "HEAD", "OPTIONS"].includes(context.req.method);
    if (writes && context.req.header("Sec-Fetch-Site") === "cross-site" && origin !== undefined) {
      throw new ApiError("AUTHORIZATION_ERROR", words.otherSite);
    }
    await next();
  });

  app.get("/health", async (context) => {
    await connect(context).run(sql`select 1`);
    return context.json({ status: "ok" });
  });
  app.get("/openapi.json", (context) => context.json(describeApi(app.routes)));
  app.get("/docs", (context) => answerReference(context, describeApi(app.routes)));
  app.get("/trash", async (context) => context.json(await countTrash(connect(context))));
  app.route("/dashboard", dashboard);
  app.route("/uploads", uploadRoutes);
  app.route("/webhooks", webhookRoutes);
  app.route("/", capabilityRoutes);
  app.route("/", resources);
  return app;
}

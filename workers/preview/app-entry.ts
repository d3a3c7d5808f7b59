// The main module of every app's isolate: builds the app's `env` from our capabilities and calls the app with it. The
// app's own modules lie in \`app/\` beside it and are not changed.

export const databaseCapability = "NEXUS_DATABASE";
export const filesCapability = "NEXUS_FILES";
export const appFailedHeader = "x-nexus-app-failed";

export function appEntryModule(main: string): string {
  return /* js */ `
import { withEnv } from "cloudflare:workers";
import * as app from ${JSON.stringify(`./app/${main}`)};
import { createDatabase } from "./nexus-d1.js";
import { createBucket } from "./nexus-r2.js";

let appEnv;
let instance;

export default {
  async fetch(request, env, ctx) {
    appEnv ??= { DB: createDatabase(env.${databaseCapability}), FILES: createBucket(env.${filesCapability}) };
    return withEnv(appEnv, async () => {
      try {
        const response = await callApp(request, ctx);
        if (!(response instanceof Response)) throw new TypeError("The app's fetch did not return a Response.");
        return response;
      } catch (error) {
        const text = error instanceof Error ? error.stack ?? error.message : String(error);
        return new Response(text, { status: 500, headers: { ${JSON.stringify(appFailedHeader)}: "1" } });
      }
    });
  },
};

function callApp(request, ctx) {
  const handler = app.default;
  if (typeof handler?.fetch === "function") return handler.fetch(request, appEnv, ctx);
  if (typeof handler?.prototype?.fetch === "function") {
    instance ??= new handler(ctx, appEnv);
    return instance.fetch(request);
  }
  throw new TypeError("The app's server module has no default export with a fetch method.");
}
`;
}

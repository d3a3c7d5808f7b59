// The main module of every app's isolate: builds the app's `env` from our capabilities and calls the app with it. The
// app's own modules lie in \`app/\` beside it and are not changed.

export const databaseCapability = "NEXUS_DATABASE";
export const filesCapability = "NEXUS_FILES";
export const appFailedHeader = "x-nexus-app-failed";
/** Of an answer with status 500 that the app made itself: the error that it logged meanwhile, percent-encoded. */
export const appLoggedHeader = "x-nexus-app-logged";
/** On a request to a snapshot's isolate: whose copy of the data it is about. Never shown to the app. */
export const visitorHeader = "x-nexus-visitor";
const longestLogged = 4_000;

export function appEntryModule(main: string): string {
  return /* js */ `
import { AsyncLocalStorage } from "node:async_hooks";
import { withEnv } from "cloudflare:workers";
import * as app from ${JSON.stringify(`./app/${main}`)};
import { createDatabase } from "./nexus-d1.js";
import { createBucket } from "./nexus-r2.js";

let appEnv;
let instance;

// An app catches its errors, logs them and answers 500: what it logged for a request says why.
const logged = new AsyncLocalStorage();
const log = console.error;
console.error = (...parts) => {
  const seen = logged.getStore();
  const error = parts.find((part) => part instanceof Error);
  if (seen && error) seen.text ??= describe(error.cause instanceof Error ? error.cause : error);
  log.apply(console, parts);
};
const describe = (error) => error.stack ?? error.message;

export default {
  async fetch(request, env, ctx) {
    appEnv ??= { ...textsOf(env), DB: createDatabase(visited(env.${databaseCapability})), FILES: createBucket(env.${filesCapability}) };
    const seen = { visitor: request.headers.get(${JSON.stringify(visitorHeader)}) };
    if (seen.visitor !== null) {
      request = new Request(request);
      request.headers.delete(${JSON.stringify(visitorHeader)});
    }
    return withEnv(appEnv, () => logged.run(seen, async () => {
      try {
        const response = await callApp(request, ctx);
        if (!(response instanceof Response)) throw new TypeError("The app's fetch did not return a Response.");
        if (response.status !== 500 || !seen.text) return response;
        const told = new Response(response.body, response);
        told.headers.set(${JSON.stringify(appLoggedHeader)}, encodeURIComponent(seen.text.slice(0, ${longestLogged}).toWellFormed()));
        return told;
      } catch (error) {
        const text = error instanceof Error ? describe(error) : String(error);
        return new Response(text, { status: 500, headers: { ${JSON.stringify(appFailedHeader)}: "1" } });
      }
    }));
  },
};

// What was set for this environment; everything else in \`env\` is a capability of ours.
function textsOf(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => typeof value === "string"));
}

// Which visitor a statement belongs to follows from the request it is made for.
function visited(database) {
  const visitor = () => logged.getStore()?.visitor ?? null;
  return {
    run: (statements) => database.run(statements, visitor()),
    script: (sql) => database.script(sql, visitor()),
  };
}

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

import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/**
 * A runtime gets all modules that another one has loaded in one message, which may have 32 MiB. Maps of packages and of
 * embedded templates would be most of it, and nobody steps through either.
 */
const withoutForeignMaps: Plugin = {
  name: "without-foreign-maps",
  enforce: "post",
  transform: (code, id) => (/\/node_modules\/|\.generated\.ts$/.test(id) ? { code, map: { mappings: "" } } : undefined),
};

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: "unit",
          environment: "node",
          // Each file loading the engine anew was a quarter of their processor time; nothing here changes a module.
          isolate: false,
          include: [
            "{engine,containers,cli,scripts,web,bench}/**/*.test.{ts,tsx}",
            "tests/stand-ins/**/*.test.ts",
            "durable-objects/{protocol,channel,project/machine}/**/*.unit.test.ts",
          ],
          exclude: ["**/template/**", "**/node_modules/**"],
          testTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [
          withoutForeignMaps,
          cloudflareTest(async ({ inject }) => ({
            wrangler: { configPath: "./wrangler.toml" },
            // A facet's class stands in no binding, so the runtime cannot tell by itself what it is.
            additionalExports: { SqlFacet: "DurableObject" },
            miniflare: {
              bindings: {
                AUTH_SECRET: "test-auth-secret-of-at-least-32-characters",
                BUILDER_SECRET: inject<string>("builderSecret"),
                BUILDER_URL: inject<string>("builderUrl"),
                INTERNAL_SECRET: "test-internal-secret-at-least-32-characters",
                ENCRYPTION_KEY: "test-encryption-key-of-at-least-32-characters",
                APP_ORIGIN: "http://localhost:8787",
                PREVIEW_DOMAIN: "localhost:8787",
                MIGRATIONS: await readD1Migrations("./migrations"),
              },
              ratelimits: {
                AUTH_LIMIT: { namespace_id: "1001", simple: { limit: 10, period: 60 } },
                AUTH_IP_LIMIT: { namespace_id: "1002", simple: { limit: 5_000, period: 60 } },
                API_LIMIT: { namespace_id: "1003", simple: { limit: 100_000, period: 60 } },
                WRITE_LIMIT: { namespace_id: "1004", simple: { limit: 100_000, period: 60 } },
              },
            },
          })),
        ],
        test: {
          name: "workers",
          // A runtime of its own for each file costs six seconds of processor time, most files' tests a tenth of that.
          isolate: false,
          include: ["{workers,durable-objects}/**/*.test.ts"],
          exclude: ["**/*.unit.test.ts", "**/node_modules/**"],
          globalSetup: ["./tests/workers/builder.setup.ts"],
          setupFiles: ["./tests/workers/migrate.setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["./tests/platform/shared-platform.setup.ts"],
          // Much of their time is waiting; more at once would wait for each other's builds.
          maxWorkers: 2,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { environment: "node", include: ["tests/**/*.test.ts"], isolate: false, pool: "threads", testTimeout: 60_000 },
});

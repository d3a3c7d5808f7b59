// Starts the real builder, and a stand-in for the mail provider, beside the runtime tests; they reach it as the platform does, by URL and secret.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { startMailProvider } from "../stand-ins/mail/mail-provider.ts";
import { startBuilder } from "../../containers/builder/src/server.ts";

const secret = "test-builder-secret-at-least-32-characters";

export default async function setup(project: TestProject) {
  const scratch = await mkdtemp(join(tmpdir(), "nexusgen-builder-"));
  const builder = await startBuilder({
    host: "127.0.0.1",
    port: 0,
    secret,
    stateDir: scratch,
    // The dependency store outlives a run, so that only the first one downloads.
    storeDir: resolve(".state/test-store"),
  });
  const mail = await startMailProvider();
  project.provide("mailUrl" as never, mail.url as never);
  project.provide("mailKey" as never, mail.key as never);
  project.provide("builderUrl" as never, `http://127.0.0.1:${builder.port}` as never);
  project.provide("builderSecret" as never, secret as never);
  return async () => {
    await builder.close();
    await mail.close();
    await rm(scratch, { recursive: true, force: true });
  };
}

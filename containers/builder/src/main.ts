// Starts the builder from the environment. Started with an IPC channel it ends with its parent.
//   PORT             default 8788
//   HOST             default 127.0.0.1; the container image sets 0.0.0.0
//   BUILDER_SECRET   required
//   STATE_DIR        default .state/builder
//   BUILDER_STORE_DIR  default STATE_DIR/store; builders may share one
//   BUILDER_HIDE     folders that builds must not see, separated by ":"; default the working directory
//   BUILDER_MAX_BUILDS, BUILDER_MAX_STORE_BYTES
import { z } from "zod";
import { startBuilder } from "./server.ts";

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8788),
  HOST: z.string().default("127.0.0.1"),
  BUILDER_SECRET: z.string().min(1),
  STATE_DIR: z.string().default(".state/builder"),
  BUILDER_STORE_DIR: z.string().min(1).optional(),
  BUILDER_HIDE: z.string().default(process.cwd() === "/" ? "" : process.cwd()),
  BUILDER_MAX_BUILDS: z.coerce.number().int().min(1).max(64).default(2),
  BUILDER_MAX_STORE_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(8 * 2 ** 30),
});

const parsed = environmentSchema.safeParse(process.env);
if (!parsed.success) {
  console.error(`The builder cannot start.\n${z.prettifyError(parsed.error)}`);
  process.exit(1);
}
const environment = parsed.data;
const builder = await startBuilder({
  port: environment.PORT,
  host: environment.HOST,
  secret: environment.BUILDER_SECRET,
  stateDir: environment.STATE_DIR,
  ...(environment.BUILDER_STORE_DIR ? { storeDir: environment.BUILDER_STORE_DIR } : {}),
  hide: environment.BUILDER_HIDE.split(":").filter((folder) => folder !== ""),
  maxBuilds: environment.BUILDER_MAX_BUILDS,
  maxStoreBytes: environment.BUILDER_MAX_STORE_BYTES,
});
console.log(`builder listening on http://${environment.HOST}:${builder.port}`);
if (builder.sandbox.isolation === "plain") {
  console.warn("Builds are not isolated on this machine: run only prompts you trust. See docs/builder.md.");
}
process.send?.({ type: "ready", port: builder.port });

let closing = false;
const end = (): void => {
  if (closing) return;
  closing = true;
  void builder.close().finally(() => process.exit(0));
};
process.on("SIGTERM", end);
process.on("SIGINT", end);
process.on("disconnect", end);

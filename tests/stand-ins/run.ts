// A stand-in as a program: `run.ts anthropic|openai --port N --script FILE`, until it is interrupted.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { startAnthropic } from "./anthropic/start-anthropic.ts";
import { startOpenai } from "./openai/start-openai.ts";
import type { Script } from "./script.ts";

const { values, positionals } = parseArgs({
  options: { port: { type: "string", default: "0" }, script: { type: "string" } },
  allowPositionals: true,
});
const { provider, port, file } = z
  .object({ provider: z.enum(["anthropic", "openai"]), port: z.coerce.number().int(), file: z.string() })
  .parse({ provider: positionals[0], port: values.port, file: values.script });
const { script } = z
  .object({ script: z.custom<Script>((value) => typeof value === "function") })
  .parse(await import(pathToFileURL(resolve(file)).href));

const server = await (provider === "anthropic" ? startAnthropic : startOpenai)(script, { port });
console.log(`${provider} stands in at ${server.url}`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());

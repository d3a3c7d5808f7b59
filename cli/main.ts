// Entry point; nexusgen.mjs starts it under a Node that runs TypeScript.
import { exportProject } from "./export.ts";
import { generate } from "./generate.ts";
import { logs } from "./logs.ts";
import { runProgram } from "./program.ts";
import { createProject, deleteProject, listProjects } from "./projects.ts";

// `nexusgen logs … | head` closes the pipe early, which is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

const exitCode = await runProgram(
  process.argv.slice(2),
  { generate, listProjects, createProject, deleteProject, logs, exportProject },
  process.env,
  { out: (text) => process.stdout.write(text), error: (text) => process.stderr.write(text) },
);
// Not when the last handle closes: a socket that is saying goodbye would hold the terminal for seconds.
process.stdout.write("", () => process.exit(exitCode));

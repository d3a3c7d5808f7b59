// The command line itself: names, options, help. What the commands do is passed in.
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import manifest from "../package.json" with { type: "json" };
import { exitCodes, Failure, type ExitCode } from "./failure.ts";
import type { Credentials } from "./session.ts";

export interface Common {
  credentials: Credentials;
  json: boolean;
}
export interface GenerateOptions extends Common {
  prompt: string;
  out: string | undefined;
  force: boolean;
  stack: "edge" | "next" | undefined;
  mode: "auto" | "supervised" | undefined;
  project: string | undefined;
  name: string | undefined;
  provider: string | undefined;
  budgetUsd: number | undefined;
  /** Paths of files that go with the prompt. */
  attach: string[];
}
export interface LogsOptions extends Common {
  project: string;
  follow: boolean;
  since: number;
}
export interface ExportOptions extends Common {
  project: string;
  version: string | undefined;
  out: string | undefined;
  zip: string | undefined;
  format: "source" | "static" | "docker" | "vercel" | "aws" | "gcp";
  force: boolean;
}
export interface CreateProjectOptions extends Common {
  name: string;
  description: string | undefined;
  stack: "edge" | "next" | undefined;
}

export interface Commands {
  generate(options: GenerateOptions): Promise<ExitCode>;
  listProjects(options: Common): Promise<ExitCode>;
  createProject(options: CreateProjectOptions): Promise<ExitCode>;
  deleteProject(options: Common & { project: string; yes: boolean }): Promise<ExitCode>;
  logs(options: LogsOptions): Promise<ExitCode>;
  exportProject(options: ExportOptions): Promise<ExitCode>;
}

const defaultUrl = "http://localhost:8787";

/** Runs the command that `args` name. Help and version are successes; what cannot be understood is a usage error. */
export async function runProgram(
  args: readonly string[],
  commands: Commands,
  environment: NodeJS.ProcessEnv,
  write: { out(text: string): void; error(text: string): void },
): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.success;
  const program = describe(commands, environment, (code) => (exitCode = code));
  for (const command of [program, ...program.commands, ...program.commands.flatMap((each) => each.commands)]) {
    command.exitOverride().configureOutput({ writeOut: write.out, writeErr: write.error });
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
    if (!(error instanceof Failure)) throw error;
    write.error(`${error.message}\n`);
    return error.exitCode;
  }
}

function describe(commands: Commands, environment: NodeJS.ProcessEnv, done: (code: ExitCode) => void): Command {
  const program = new Command("nexusgen")
    .description("Turns a description into a running application, from the command line.")
    .version(manifest.version, "-v, --version", "print the version")
    // `export --version` names a version of a project.
    .enablePositionalOptions()
    .showHelpAfterError("Run with --help to see what is possible.");

  const add = (parent: Command, nameAndArguments: string, description: string): Command =>
    parent
      .command(nameAndArguments)
      .description(description)
      .option("--json", "print one JSON object per line instead of text", false)
      .option("--url <address>", `the platform (or NEXUSGEN_URL; default ${defaultUrl})`)
      .option("--email <address>", "sign in as (or NEXUSGEN_EMAIL)")
      .option("--password <text>", "its password; NEXUSGEN_PASSWORD keeps it out of the process list")
      .showHelpAfterError("Run with --help to see what is possible.");
  const common = (options: { json?: boolean; url?: string; email?: string; password?: string }): Common => {
    // A name given on the command line means that one, whatever token lies in the environment.
    const token = options.email === undefined ? environment["NEXUSGEN_TOKEN"] || undefined : undefined;
    const credentials: Credentials = {
      url: options.url ?? (environment["NEXUSGEN_URL"] || defaultUrl),
      token,
      email: options.email ?? (environment["NEXUSGEN_EMAIL"] || undefined),
      password: options.password ?? (environment["NEXUSGEN_PASSWORD"] || undefined),
    };
    return { credentials, json: options.json ?? false };
  };
  const stack = (): Option => new Option("--stack <name>", "what the application is made of").choices(["edge", "next"]);

  add(program, "generate <prompt>", "Build an application, or change one, and wait until it runs.")
    .option("--out <folder>", "write the source there")
    .option("--force", "write into a folder that is not empty", false)
    .addOption(stack())
    .addOption(new Option("--mode <mode>", "who approves plan and preview").choices(["auto", "supervised"]))
    .option("--project <id>", "change this project instead of starting one")
    .option("--name <text>", "name of the new project")
    .option("--provider <name>", "builtin, anthropic, openai …")
    .option("--budget <dollars>", "most that models may cost", parseDollars)
    .option(
      "--attach <file>",
      "give it a picture, a document or a table (may be said again)",
      (path: string, before: string[]) => [...before, path],
      [],
    )
    .action(async (prompt: string, options) => {
      if (prompt.trim() === "") throw new Failure("The prompt is empty: describe what to build.", exitCodes.usage);
      const { out, force, stack, mode, project, name, provider, budget: budgetUsd, attach } = options;
      const rest = { out, force, stack, mode, project, name, provider, budgetUsd, attach };
      done(await commands.generate({ ...common(options), prompt, ...rest }));
    });

  const projects = program.command("projects").description("List, create and delete projects.");
  add(projects, "list", "Your projects, newest first.").action(async (options) => {
    done(await commands.listProjects(common(options)));
  });
  add(projects, "create <name>", "Start an empty project.")
    .option("--description <text>")
    .addOption(stack())
    .action(async (name: string, options) => {
      const { description, stack } = options;
      done(await commands.createProject({ ...common(options), name, description, stack }));
    });
  add(projects, "delete <project>", "Delete a project, its history and its data.")
    .option("--yes", "do not ask", false)
    .action(async (project: string, options) => {
      done(await commands.deleteProject({ ...common(options), project, yes: options.yes }));
    });

  add(program, "logs <project>", "What happened in a project.")
    .option("-f, --follow", "stay and print what comes", false)
    .option("--since <seq>", "start after this event", parseSequence, 0)
    .action(async (project: string, options) => {
      done(await commands.logs({ ...common(options), project, follow: options.follow, since: options.since }));
    });

  add(program, "export <project>", "Take the code home.")
    .option("--out <folder>", "write the files there")
    .option("--zip <file>", "write one zip file")
    .option("--version <version>", "an id, a number or latest")
    .addOption(
      new Option(
        "--format <format>",
        "source; docker, vercel, aws or gcp: the same with what that host needs; static: what a browser loads",
      )
        .choices(["source", "static", "docker", "vercel", "aws", "gcp"])
        .default("source"),
    )
    .option("--force", "overwrite what is there", false)
    .action(async (project: string, options) => {
      const { out, zip, version, format, force } = options;
      if ((out === undefined) === (zip === undefined)) {
        throw new Failure("Say where to: --out FOLDER or --zip FILE, one of the two.", exitCodes.usage);
      }
      if (out !== undefined && format === "static") {
        throw new Failure("The static files come as a zip: use --zip FILE.", exitCodes.usage);
      }
      done(await commands.exportProject({ ...common(options), project, out, zip, version, format, force }));
    });
  return program;
}

function parseDollars(text: string): number {
  const dollars = Number(text);
  if (text.trim() === "" || !Number.isFinite(dollars) || dollars < 0) {
    throw new InvalidArgumentError("Give US dollars, such as 0.50.");
  }
  return dollars;
}

function parseSequence(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("Give the number of an event.");
  return Number(text);
}

// `projects list`, `projects create` and `projects delete`.
import { projectSchema } from "./answers.ts";
import { ask } from "./ask.ts";
import { exitCodes, Failure, type ExitCode } from "./failure.ts";
import { findProject, listProjects as allProjects } from "./find-project.ts";
import type { Common, CreateProjectOptions } from "./program.ts";
import { Session } from "./session.ts";

export async function listProjects(options: Common): Promise<ExitCode> {
  const rows: string[][] = [];
  for await (const project of allProjects(new Session(options.credentials))) {
    if (options.json) console.log(JSON.stringify(project));
    else rows.push([project.id, project.slug, project.stack, project.status, project.createdAt.slice(0, 10)]);
  }
  if (rows.length > 0) console.log(table([["ID", "SLUG", "STACK", "STATUS", "CREATED"], ...rows]));
  else if (!options.json) console.log('No projects yet. Start one with: nexusgen generate "A shop for …"');
  return exitCodes.success;
}

export async function createProject(options: CreateProjectOptions): Promise<ExitCode> {
  const { name, description, stack } = options;
  const body = {
    name,
    ...(description === undefined ? {} : { description }),
    ...(stack === undefined ? {} : { stack }),
  };
  const session = new Session(options.credentials);
  const project = await session.json("/api/v1/projects", projectSchema, { method: "POST", body });
  console.log(options.json ? JSON.stringify(project) : project.id);
  return exitCodes.success;
}

export async function deleteProject(options: Common & { project: string; yes: boolean }): Promise<ExitCode> {
  const session = new Session(options.credentials);
  const id = await findProject(session, options.project);
  if (!options.yes) {
    if (!process.stdin.isTTY) throw new Failure("Give --yes to delete without being asked.", exitCodes.usage);
    const answer = await ask(`Delete ${options.project} with its history and data? Type yes: `);
    if (answer?.toLowerCase() !== "yes") return exitCodes.failed;
  }
  await session.fetch(`/api/v1/projects/${encodeURIComponent(id)}`, { method: "DELETE" });
  console.log(options.json ? JSON.stringify({ id, deleted: true }) : `${options.project} is deleted.`);
  return exitCodes.success;
}

/** Columns as wide as their widest cell, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

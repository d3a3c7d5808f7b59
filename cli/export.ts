// `export`: the code of a project as a folder or a zip file.
import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { projectSchema } from "./answers.ts";
import { exitCodes, Failure, type ExitCode } from "./failure.ts";
import { findProject } from "./find-project.ts";
import type { ExportOptions } from "./program.ts";
import { Session } from "./session.ts";
import { checkFolder, writeVersion } from "./source-files.ts";

export async function exportProject(options: ExportOptions): Promise<ExitCode> {
  const { out, zip, version, format, force, json } = options;
  if (out !== undefined) await checkFolder(out, force);
  const session = new Session(options.credentials);
  const projectId = await findProject(session, options.project);
  if (out !== undefined) {
    const wanted = version ?? (await shownVersion(session, projectId));
    const files = await writeVersion(session, projectId, wanted, out);
    console.log(json ? JSON.stringify({ projectId, out, files }) : `${files} files written to ${out}`);
  } else if (zip !== undefined) {
    await writeZip(session, projectId, { format, version, zip, force });
    console.log(json ? JSON.stringify({ projectId, zip }) : `Written to ${zip}`);
  }
  return exitCodes.success;
}

/** What the preview shows, which was built; before the first of those, whatever there is. */
async function shownVersion(session: Session, projectId: string): Promise<string> {
  const project = await session.json(`/api/v1/projects/${encodeURIComponent(projectId)}`, projectSchema);
  return project.currentVersionId ?? "latest";
}

async function writeZip(
  session: Session,
  projectId: string,
  { format, version, zip, force }: { format: string; version: string | undefined; zip: string; force: boolean },
): Promise<void> {
  if (!force && existsSync(zip)) {
    throw new Failure(`${zip} exists. Choose another name, or give --force to overwrite it.`, exitCodes.usage);
  }
  const query = new URLSearchParams({ format, ...(version === undefined ? {} : { version }) });
  const response = await session.fetch(`/api/v1/projects/${encodeURIComponent(projectId)}/export?${query}`);
  if (response.body === null) throw new Failure("The platform sent an empty file.");
  // A connection that breaks must not leave half a zip under the name that was asked for.
  const partial = `${zip}.part`;
  try {
    await pipeline(Readable.fromWeb(response.body), createWriteStream(partial));
    await rename(partial, zip);
  } catch (error) {
    await rm(partial, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`${zip} could not be written: ${reason}`);
  }
}

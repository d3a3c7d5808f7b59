// The door to the data of a project's preview, for its people.
import { openDatabase } from "#db/client.ts";
import type { DataRequest } from "../../../durable-objects/app-data/browse-data.ts";
import type { Env } from "../../env.ts";
import { browseApp } from "../../preview/fetch-app.ts";
import { findApp } from "../../preview/find-app.ts";
import { ApiError } from "../errors.ts";

interface ProjectOfApp {
  id: string;
  hostLabel: string;
}

/** What the database refuses is told in its words: they are about the caller's own data. */
export async function browse<T>(env: Env, project: ProjectOfApp, request: DataRequest): Promise<T> {
  const revision = await requirePreview(env, project);
  const answer = await browseApp<T>(env, { projectId: project.id, environment: "preview", revision }, request);
  if (!answer.ok) throw new ApiError("CONFLICT", `The database says: ${answer.message.slice(0, 500)}`);
  return answer.value;
}

export async function requirePreview(env: Env, { hostLabel }: ProjectOfApp): Promise<string> {
  const app = await findApp(openDatabase(env.DB), { label: hostLabel, environment: "preview" });
  if (!app?.revision) throw new ApiError("CONFLICT", "There is no preview yet, and so no data.");
  return app.revision;
}

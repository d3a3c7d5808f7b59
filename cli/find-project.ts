import { projectPageSchema, type Project } from "./answers.ts";
import { Failure } from "./failure.ts";
import type { Session } from "./session.ts";

/** All of the caller's projects, page by page. */
export async function* listProjects(session: Session): AsyncGenerator<Project> {
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: Project[]; nextCursor: string | null } = await session.json(
      `/api/v1/projects?limit=100${query}`,
      projectPageSchema,
    );
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** The id of the project that `text`, an id or a slug, names. */
export async function findProject(session: Session, text: string): Promise<string> {
  if (text.startsWith("prj_")) return text;
  for await (const project of listProjects(session)) if (project.slug === text) return project.id;
  throw new Failure(`You have no project ${text}. \`nexusgen projects list\` shows the ones you have.`);
}

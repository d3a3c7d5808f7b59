import type { RepositoryPush } from "#db/schema/index.ts";
import type { Env } from "../../env.ts";
import { repositoryPage } from "../../github/open-github.ts";
import type { PushView } from "../schemas/github.ts";

export function viewPush(env: Env, row: RepositoryPush): PushView {
  const { id, versionId, owner, name, kind, branch, status, step, filesDone, filesTotal } = row;
  const { commitSha, url, error, createdBy, createdAt } = row;
  const repository = { repository: repositoryPage(env, owner, name), fullName: `${owner}/${name}` };
  const progress = { status, step, filesDone, filesTotal, commitSha, url, error };
  return { id, versionId, ...repository, kind, branch, ...progress, createdBy, createdAt };
}

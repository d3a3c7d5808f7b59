// A version's files as one commit of a GitHub repository, over the Git Data API. Only blobs that the repository lacks are
// sent; nothing is ever forced: a branch that somebody else has written to is left alone, and said to have moved.
import { Buffer } from "node:buffer";
import { gitBlobId } from "./git-blob-id.ts";
import type { GitHub } from "./open-github.ts";
import { BranchMoved, explainRefusal, PushRefusal, statusOf } from "./push-failure.ts";

export interface PushInput {
  owner: string;
  name: string;
  /** Only asked when the repository has to be made. */
  isPrivate: boolean;
  description: string;
  kind: "branch" | "pull-request";
  /** Written to; null: the repository's main branch. Of a pull request, the branch it asks to merge. */
  branch: string | null;
  /** Path → bytes. */
  files: ReadonlyMap<string, Uint8Array>;
  message: string;
  /** Of a pull request. */
  body: string;
  /** Where a branch stood when we left it; null where we never were. */
  lastPushed(branch: string): Promise<string | null>;
}

export interface PushTools {
  /** What is being done, for people; counts are of files. */
  tell(step: string, done: number, total: number): Promise<void>;
}

export interface Pushed {
  branch: string;
  commitSha: string;
  /** Of the commit, or of the pull request. */
  url: string;
}

interface Target {
  owner: string;
  repo: string;
}

interface Repository extends Target {
  mainBranch: string;
  /** Made a moment ago: what it holds is nobody's work. */
  isNew: boolean;
}

const uploadsAtOnce = 4;

export async function pushVersion(github: GitHub, input: PushInput, tools: PushTools): Promise<Pushed> {
  try {
    await tools.tell("Looking for the repository", 0, 0);
    const repository = await findOrMake(github, input);
    return await push(github, repository, input, tools);
  } catch (error) {
    throw explainRefusal(error);
  }
}

async function push(github: GitHub, repository: Repository, input: PushInput, tools: PushTools): Promise<Pushed> {
  const { mainBranch, isNew, ...target } = repository;
  const branch = input.branch ?? mainBranch;
  if (input.kind === "pull-request" && branch === mainBranch)
    throw new PushRefusal(`A pull request needs a branch other than ${mainBranch}.`);
  const found = await headOf(github, target, mainBranch);
  const mainHead = found ?? (await begin(github, target, mainBranch, input));
  const head = branch === mainBranch ? mainHead : await headOf(github, target, branch);
  const isOurs = isNew || (found === null && branch === mainBranch);
  if (head !== null && !isOurs) await refuseIfMoved(github, target, branch, head, input);
  const parent = head ?? (await input.lastPushed(mainBranch)) ?? mainHead;
  const commitSha = await commit(github, target, parent, input, tools);
  await tools.tell("Moving the branch", input.files.size, input.files.size);
  if (commitSha !== head) await moveBranch(github, target, branch, commitSha, head !== null);
  if (input.kind === "pull-request")
    return { branch, commitSha, url: await openPullRequest(github, target, { branch, base: mainBranch }, input) };
  const { data } = await github.rest.repos.getCommit({ ...target, ref: commitSha });
  return { branch, commitSha, url: data.html_url };
}

async function findOrMake(github: GitHub, { owner, name, isPrivate, description }: PushInput): Promise<Repository> {
  const target = { owner, repo: name };
  try {
    const { data } = await github.rest.repos.get(target);
    return { ...target, mainBranch: data.default_branch, isNew: false };
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
  const { data: user } = await github.rest.users.getAuthenticated();
  // Without a first commit its objects cannot be written to.
  const wanted = { name, description, private: isPrivate, auto_init: true };
  const { data } =
    user.login.toLowerCase() === owner.toLowerCase()
      ? await github.rest.repos.createForAuthenticatedUser(wanted)
      : await github.rest.repos.createInOrg({ ...wanted, org: owner });
  return { ...target, mainBranch: data.default_branch, isNew: true };
}

/** Null for a branch that does not exist, and in an empty repository. */
async function headOf(github: GitHub, target: Target, branch: string): Promise<string | null> {
  try {
    const { data } = await github.rest.git.getRef({ ...target, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (error) {
    const status = statusOf(error);
    if (status === 404 || status === 409) return null;
    throw error;
  }
}

/** The first commit of an empty repository: its objects cannot be written to before. */
async function begin(github: GitHub, target: Target, branch: string, { files }: PushInput): Promise<string> {
  const [path, bytes] = [...files][0] ?? ["README.md", new Uint8Array()];
  const { data } = await github.rest.repos.createOrUpdateFileContents({
    ...target,
    path,
    branch,
    message: "Begin",
    content: Buffer.from(bytes).toString("base64"),
  });
  if (!data.commit.sha) throw new Error("GitHub did not name the first commit.");
  return data.commit.sha;
}

async function refuseIfMoved(
  github: GitHub,
  target: Target,
  branch: string,
  head: string,
  { lastPushed }: PushInput,
): Promise<void> {
  const left = await lastPushed(branch);
  if (left === head) return;
  if (left === null)
    throw new BranchMoved(
      `${target.owner}/${target.repo} has work on ${branch} that did not come from here. Ask for a pull request, or name another branch or repository.`,
    );
  const ahead = await github.rest.repos
    .compareCommitsWithBasehead({ ...target, basehead: `${left}...${head}` })
    .then(({ data }) => data.ahead_by)
    .catch(() => 0);
  const what = ahead === 1 ? "1 commit" : ahead > 1 ? `${ahead} commits` : "Something";
  throw new BranchMoved(
    `${what} came to ${branch} since the last push from here. Nothing was overwritten: ask for a pull request, which shows both, or name another branch.`,
  );
}

/** The parent itself when it has these files already. */
async function commit(
  github: GitHub,
  target: Target,
  parent: string,
  { files, message }: PushInput,
  tools: PushTools,
): Promise<string> {
  const { data: parentCommit } = await github.rest.git.getCommit({ ...target, commit_sha: parent });
  const { data: before } = await github.rest.git.getTree({
    ...target,
    tree_sha: parentCommit.tree.sha,
    recursive: "1",
  });
  const known = new Set(before.tree.flatMap((entry) => (entry.type === "blob" && entry.sha ? [entry.sha] : [])));
  const tree = await Promise.all(
    [...files].map(async ([path, bytes]) => ({ path, bytes, sha: await gitBlobId(bytes) })),
  );
  // Two files with the same bytes are one blob.
  const missing = [...new Map(tree.filter(({ sha }) => !known.has(sha)).map((entry) => [entry.sha, entry])).values()];
  for (let start = 0; start < missing.length; start += uploadsAtOnce) {
    await tools.tell("Sending what changed", start, missing.length);
    await Promise.all(
      missing
        .slice(start, start + uploadsAtOnce)
        .map(({ bytes }) =>
          github.rest.git.createBlob({ ...target, content: Buffer.from(bytes).toString("base64"), encoding: "base64" }),
        ),
    );
  }
  await tools.tell("Writing the commit", missing.length, missing.length);
  const entries = tree.map(({ path, sha }) => ({ path, sha, mode: "100644", type: "blob" }) as const);
  const { data: written } = await github.rest.git.createTree({ ...target, tree: entries });
  if (written.sha === parentCommit.tree.sha) return parent;
  const { data } = await github.rest.git.createCommit({ ...target, message, tree: written.sha, parents: [parent] });
  return data.sha;
}

async function moveBranch(github: GitHub, target: Target, branch: string, sha: string, exists: boolean): Promise<void> {
  if (!exists) {
    await github.rest.git.createRef({ ...target, ref: `refs/heads/${branch}`, sha });
    return;
  }
  try {
    await github.rest.git.updateRef({ ...target, ref: `heads/${branch}`, sha, force: false });
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    throw new BranchMoved(`Somebody wrote to ${branch} at the same moment. Nothing was overwritten: try again.`);
  }
}

/** The one that is open for this branch already, or a new one. */
async function openPullRequest(
  github: GitHub,
  target: Target,
  { branch, base }: { branch: string; base: string },
  { message, body }: PushInput,
): Promise<string> {
  const open = await github.rest.pulls.list({ ...target, state: "open", base, head: `${target.owner}:${branch}` });
  const [known] = open.data;
  if (known) return known.html_url;
  const title = message.split("\n")[0] ?? message;
  const { data } = await github.rest.pulls.create({ ...target, title, head: branch, base, body });
  return data.html_url;
}

// GitHub's REST API on loopback, as far as pushing needs it: users, repositories, the Git Data API, contents, pull requests.
// Its refusals are GitHub's: an empty repository takes no objects, a branch moves forward only, names are taken once.
import { serveRest, type RestAnswer, type RestCall, type RestServer } from "../serve-rest.ts";
import { GitObjects } from "./git-objects.ts";

export interface StandInRepository {
  owner: string;
  name: string;
  isPrivate: boolean;
  objects: GitObjects;
  /** Branch → commit. */
  branches: Map<string, string>;
  pulls: { number: number; title: string; body: string; head: string; base: string }[];
}

export interface StandInGitHub extends RestServer {
  repositories: Map<string, StandInRepository>;
  /** The files of a branch. */
  read(repository: string, branch?: string): Record<string, string>;
  /** A commit of somebody else. */
  write(repository: string, branch: string, path: string, text: string): void;
  addRepository(repository: string): StandInRepository;
}

const mainBranch = "main";
const refuse = (status: number, message: string): RestAnswer => ({ status, body: { message } });
const notFound = refuse(404, "Not Found");
const isEmpty = refuse(409, "Git Repository is empty.");

/** `tokens`: token → login. */
export async function startGitHub(tokens: Record<string, string>): Promise<StandInGitHub> {
  const repositories = new Map<string, StandInRepository>();
  const loginOf = ({ headers }: RestCall): string =>
    tokens[/^(?:token|bearer) (.+)$/i.exec(headers["authorization"] ?? "")?.[1] ?? ""] ?? "";
  const view = ({ owner, name, isPrivate }: StandInRepository) => ({
    name,
    full_name: `${owner}/${name}`,
    private: isPrivate,
    default_branch: mainBranch,
    html_url: `${server.url}/${owner}/${name}`,
    owner: { login: owner },
  });
  const add = (owner: string, name: string, isPrivate: boolean): StandInRepository => {
    const made = { owner, name, isPrivate, objects: new GitObjects(), branches: new Map<string, string>(), pulls: [] };
    repositories.set(`${owner}/${name}`, made);
    return made;
  };
  const commitFile = (
    repository: StandInRepository,
    branch: string,
    path: string,
    content: Buffer,
    message: string,
  ) => {
    const { objects, branches } = repository;
    const head = branches.get(branch);
    const tree = head === undefined ? [] : objects.list(objects.commits.get(head)?.tree ?? "");
    const files = tree.filter((entry) => entry.type === "blob" && entry.path !== path);
    const sha = objects.addTree([...files, { path, sha: objects.addBlob(content) }]) ?? "";
    const commit = objects.addCommit(sha, head === undefined ? [] : [head], message);
    branches.set(branch, commit.sha);
    return commit;
  };
  const make = (owner: string) => (call: RestCall) => {
    const {
      name = "",
      private: isPrivate = false,
      auto_init: begins = false,
    } = call.json<{ name?: string; private?: boolean; auto_init?: boolean }>();
    if (repositories.has(`${owner}/${name}`))
      return refuse(422, "Repository creation failed. name already exists on this account");
    const made = add(owner, name, isPrivate);
    if (begins) commitFile(made, mainBranch, "README.md", Buffer.from(`# ${name}\n`), "Initial commit");
    return { status: 201, body: view(made) };
  };
  /** A private repository does not exist for strangers. */
  const within = (handle: (repository: StandInRepository, call: RestCall) => RestAnswer) => (call: RestCall) => {
    const found = repositories.get(`${call.params["owner"]}/${call.params["repo"]}`);
    return !found || (found.isPrivate && found.owner !== loginOf(call)) ? notFound : handle(found, call);
  };
  const base = "/repos/:owner/:repo";
  const server = await serveRest(
    {
      "GET /user": (call) => ({ body: { login: loginOf(call), id: 1 }, headers: { "x-oauth-scopes": "repo" } }),
      "POST /user/repos": (call) => make(loginOf(call))(call),
      "POST /orgs/:org/repos": (call) => make(call.params["org"] ?? "")(call),
      [`GET ${base}`]: within((repository) => ({ body: view(repository) })),
      [`GET ${base}/git/ref/heads/:branch*`]: within(({ branches }, { params }) => {
        const sha = branches.get(params["branch"] ?? "");
        if (branches.size === 0) return isEmpty;
        return sha === undefined
          ? notFound
          : { body: { ref: `refs/heads/${params["branch"]}`, object: { type: "commit", sha } } };
      }),
      [`POST ${base}/git/refs`]: within(({ branches, objects }, call) => {
        const { ref, sha } = call.json<{ ref: string; sha: string }>();
        const name = ref.replace("refs/heads/", "");
        if (branches.has(name)) return refuse(422, "Reference already exists");
        if (!objects.commits.has(sha)) return refuse(422, "Object does not exist");
        branches.set(name, sha);
        return { status: 201, body: { ref, object: { type: "commit", sha } } };
      }),
      [`PATCH ${base}/git/refs/heads/:branch*`]: within(({ branches, objects }, call) => {
        const { sha, force = false } = call.json<{ sha: string; force?: boolean }>();
        const name = call.params["branch"] ?? "";
        const head = branches.get(name);
        if (head === undefined) return refuse(422, "Reference does not exist");
        if (!force && !objects.isAncestor(head, sha)) return refuse(422, "Update is not a fast forward");
        branches.set(name, sha);
        return { body: { ref: `refs/heads/${name}`, object: { type: "commit", sha } } };
      }),
      [`POST ${base}/git/blobs`]: within(({ branches, objects }, call) => {
        if (branches.size === 0) return isEmpty;
        const { content, encoding } = call.json<{ content: string; encoding: "utf-8" | "base64" }>();
        return { status: 201, body: { sha: objects.addBlob(Buffer.from(content, encoding)) } };
      }),
      [`GET ${base}/git/trees/:sha`]: within(({ objects }, { params }) =>
        objects.trees.has(params["sha"] ?? "")
          ? { body: { sha: params["sha"], tree: objects.list(params["sha"] ?? ""), truncated: false } }
          : notFound,
      ),
      [`POST ${base}/git/trees`]: within(({ branches, objects }, call) => {
        if (branches.size === 0) return isEmpty;
        const sha = objects.addTree(call.json<{ tree: { path: string; sha: string; mode: string }[] }>().tree);
        return sha === null ? refuse(422, "GitRPC::BadObjectState") : { status: 201, body: { sha } };
      }),
      [`GET ${base}/git/commits/:sha`]: within(({ objects }, { params }) => {
        const commit = objects.commits.get(params["sha"] ?? "");
        return commit ? { body: { ...commit, tree: { sha: commit.tree } } } : notFound;
      }),
      [`POST ${base}/git/commits`]: within(({ objects }, call) => {
        const { message, tree, parents = [] } = call.json<{ message: string; tree: string; parents?: string[] }>();
        if (!objects.trees.has(tree)) return refuse(422, "Tree SHA does not exist");
        if (parents.some((sha) => !objects.commits.has(sha)))
          return refuse(422, "Parent SHA does not exist or is not a commit object");
        return { status: 201, body: objects.addCommit(tree, parents, message) };
      }),
      [`GET ${base}/commits/:sha`]: within((repository, { params }) => {
        const commit = repository.objects.commits.get(params["sha"] ?? "");
        const page = `${server.url}/${repository.owner}/${repository.name}/commit/${commit?.sha}`;
        return commit ? { body: { sha: commit.sha, html_url: page, commit: { message: commit.message } } } : notFound;
      }),
      [`GET ${base}/compare/:range`]: within(({ objects }, { params }) => {
        const [older = "", newer = ""] = (params["range"] ?? "").split("...");
        if (!objects.commits.has(older) || !objects.commits.has(newer)) return notFound;
        return { body: { ahead_by: objects.ahead(older, newer), behind_by: objects.ahead(newer, older) } };
      }),
      [`PUT ${base}/contents/:path*`]: within((repository, call) => {
        const {
          content,
          message,
          branch = mainBranch,
        } = call.json<{ content: string; message: string; branch?: string }>();
        const bytes = Buffer.from(content, "base64");
        const commit = commitFile(repository, branch, call.params["path"] ?? "", bytes, message);
        return { status: 201, body: { commit: { sha: commit.sha } } };
      }),
      [`GET ${base}/pulls`]: within((repository, { query }) => {
        const [, branch = ""] = (query.get("head") ?? ":").split(":");
        return {
          body: repository.pulls
            .filter(({ head }) => head === branch)
            .map((pull) => ({ ...pull, html_url: pullPage(repository, pull.number) })),
        };
      }),
      [`POST ${base}/pulls`]: within((repository, call) => {
        const pull = call.json<{ title: string; body: string; head: string; base: string }>();
        const { branches, objects, pulls } = repository;
        const [head, target] = [branches.get(pull.head), branches.get(pull.base)];
        if (head === undefined || target === undefined) return refuse(422, "Validation Failed");
        if (objects.ahead(target, head) === 0) return refuse(422, `No commits between ${pull.base} and ${pull.head}`);
        const number = pulls.length + 1;
        pulls.push({ ...pull, number });
        return { status: 201, body: { number, html_url: pullPage(repository, number) } };
      }),
    },
    (call) => (loginOf(call) === "" ? refuse(401, "Bad credentials") : null),
  );
  const pullPage = ({ owner, name }: StandInRepository, number: number) =>
    `${server.url}/${owner}/${name}/pull/${number}`;
  const found = (name: string): StandInRepository => {
    const repository = repositories.get(name);
    if (!repository) throw new Error(`There is no ${name}.`);
    return repository;
  };
  return {
    ...server,
    repositories,
    read(name, branch = mainBranch) {
      const { objects, branches } = found(name);
      const tree = objects.commits.get(branches.get(branch) ?? "")?.tree ?? "";
      const blobs = objects.list(tree).filter(({ type }) => type === "blob");
      return Object.fromEntries(blobs.map(({ path, sha }) => [path, objects.blobs.get(sha)?.toString("utf8") ?? ""]));
    },
    write: (name, branch, path, text) => void commitFile(found(name), branch, path, Buffer.from(text), `Edit ${path}`),
    addRepository(name) {
      const [owner = "", repository = ""] = name.split("/");
      return add(owner, repository, false);
    },
  };
}

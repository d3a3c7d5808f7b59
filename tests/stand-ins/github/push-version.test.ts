import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openGitHub } from "../../../workers/github/open-github.ts";
import { BranchMoved, PushRefusal } from "../../../workers/github/push-failure.ts";
import { pushVersion, type PushInput } from "../../../workers/github/push-version.ts";
import { startGitHub, type StandInGitHub } from "./start-github.ts";

let github: StandInGitHub;
let pushed: Map<string, string>;
let steps: string[];

beforeAll(async () => {
  github = await startGitHub({ secret: "ada", other: "bob" });
});
afterAll(() => github.close());
beforeEach(() => {
  github.repositories.clear();
  github.calls.length = 0;
  pushed = new Map();
  steps = [];
});

const bytes = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));

async function push(files: Record<string, string>, over: Partial<PushInput> = {}, token = "secret") {
  const input: PushInput = {
    owner: "ada",
    name: "shop",
    isPrivate: true,
    description: "A shop",
    kind: "branch",
    branch: null,
    files: bytes(files),
    message: "Add products",
    body: "",
    lastPushed: async (branch) => pushed.get(branch) ?? null,
    ...over,
  };
  const client = openGitHub({ GITHUB_API_URL: github.url }, token);
  const done = await pushVersion(client, input, {
    tell: async (step, count, total) => void steps.push(`${step} ${count}/${total}`),
  });
  pushed.set(done.branch, done.commitSha);
  return done;
}

describe("a push", () => {
  it("makes a private repository with exactly the version's files", async () => {
    const done = await push({ "a.txt": "a", "src/deep/b.txt": "ü\n" });
    expect(github.repositories.get("ada/shop")?.isPrivate).toBe(true);
    expect(github.read("ada/shop")).toEqual({ "a.txt": "a", "src/deep/b.txt": "ü\n" });
    expect(done.url).toBe(`${github.url}/ada/shop/commit/${done.commitSha}`);
    expect(steps).toContain("Sending what changed 0/2");
  });

  it("sends only blobs that changed, keeps the history and removes what is gone", async () => {
    const first = await push({ "a.txt": "a", "b.txt": "b", "c.txt": "c" });
    github.calls.length = 0;
    const second = await push({ "a.txt": "a", "b.txt": "changed" }, { message: "Change b" });
    expect(github.calls.filter((call) => call.endsWith("/git/blobs"))).toHaveLength(1);
    expect(github.read("ada/shop")).toEqual({ "a.txt": "a", "b.txt": "changed" });
    const commit = github.repositories.get("ada/shop")?.objects.commits.get(second.commitSha);
    expect(commit).toMatchObject({ parents: [first.commitSha], message: "Change b" });
  });

  it("makes no commit when nothing changed", async () => {
    const first = await push({ "a.txt": "a" });
    expect(await push({ "a.txt": "a" })).toMatchObject({ commitSha: first.commitSha });
  });

  it("fills an empty repository that exists", async () => {
    github.addRepository("ada/shop");
    await push({ "a.txt": "a", "b.txt": "b" });
    expect(github.read("ada/shop")).toEqual({ "a.txt": "a", "b.txt": "b" });
  });

  it("leaves a branch alone that somebody else has written to, and says by how much", async () => {
    await push({ "a.txt": "a" });
    github.write("ada/shop", "main", "theirs.txt", "mine");
    const refused = push({ "a.txt": "b" });
    await expect(refused).rejects.toThrow(BranchMoved);
    await expect(refused).rejects.toThrow("1 commit came to main since the last push from here.");
    expect(github.read("ada/shop")).toEqual({ "a.txt": "a", "theirs.txt": "mine" });
  });

  it("leaves a repository alone that holds other people's work", async () => {
    github.addRepository("ada/shop");
    github.write("ada/shop", "main", "theirs.txt", "mine");
    await expect(push({ "a.txt": "a" })).rejects.toThrow("has work on main that did not come from here");
  });

  it("asks to merge into what it knew, so that a moved branch shows both sides, once", async () => {
    const first = await push({ "a.txt": "a" });
    github.write("ada/shop", "main", "theirs.txt", "mine");
    const over = { kind: "pull-request", branch: "nexusgen/v2", message: "Change a\n\nmore" } as const;
    const asked = await push({ "a.txt": "b" }, over);
    expect(asked.url).toBe(`${github.url}/ada/shop/pull/1`);
    const repository = github.repositories.get("ada/shop");
    expect(repository?.pulls).toMatchObject([{ title: "Change a", head: "nexusgen/v2", base: "main" }]);
    expect(repository?.objects.commits.get(asked.commitSha)?.parents).toEqual([first.commitSha]);
    expect(await push({ "a.txt": "c" }, over)).toMatchObject({ url: asked.url });
    expect(repository?.pulls).toHaveLength(1);
  });

  it("says what is wrong with a token, and with what it may not see", async () => {
    await expect(push({ "a.txt": "a" }, {}, "wrong")).rejects.toThrow("GitHub does not accept the token");
    await push({ "a.txt": "a" });
    await expect(push({ "a.txt": "a" }, {}, "other")).rejects.toThrow(PushRefusal);
  });
});

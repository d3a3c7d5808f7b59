import { describe, expect, it } from "vitest";
import { changesOf, type Draft, type Drafts, listFiles, pathProblem } from "./draft.ts";
import { composeMerge, mergeDraft } from "./merge-draft.ts";
import { rebaseDrafts } from "./rebase-drafts.ts";

const file = (path: string, sha256 = `sha of ${path}`) => ({ path, size: 1, sha256 });
const base = { versionId: "ver_1", sha256: "old" };

describe("listing files with drafts", () => {
  it("shows new and edited files in their place, and leaves out what was deleted", () => {
    const drafts: Drafts = {
      "a.ts": { content: "é", base },
      "b.ts": { content: null, base },
      "aa.ts": { content: "", base: { ...base, sha256: null } },
      "z.ts": { content: "mine", base, conflict: { versionId: "ver_2", sha256: null } },
    };
    const listed = listFiles([file("a.ts"), file("b.ts"), file("c.ts")], drafts);
    expect(listed.map(({ path, mark, size }) => [path, mark, size])).toEqual([
      ["a.ts", "edited", 2],
      ["aa.ts", "new", 0],
      ["c.ts", null, 1],
      ["z.ts", "conflict", 4],
    ]);
  });

  it("sends what was deleted as null and bytes as base64", () => {
    expect(
      changesOf({ "a.ts": { content: null, base }, "b.png": { content: "AA==", encoding: "base64", base } }),
    ).toEqual([
      { path: "a.ts", content: null },
      { path: "b.png", content: "AA==", encoding: "base64" },
    ]);
  });

  it.each(["", "/a", "a/", "a//b", "../a", "a/./b", "a\tb", "a:b", "src", "src/a.ts", "src/a.ts/b"])(
    "refuses the path %j",
    (path) => expect(pathProblem(path, ["src/a.ts"])).not.toBeNull(),
  );

  it.each(["b.ts", "src/b.ts", "src/[id]/page.tsx", "Ünïcode.md"])("takes the path %j", (path) =>
    expect(pathProblem(path, ["src/a.ts"])).toBeNull(),
  );
});

describe("rebasing drafts on a newer version", () => {
  const texts: Record<string, string> = { "ver_1 a.ts": "one\ntwo\nthree\n" };
  const rebase = (draft: Draft, theirs: string | null) =>
    rebaseDrafts(
      { "a.ts": draft },
      {
        versionId: "ver_2",
        files: theirs === null ? [] : [file("a.ts", theirs === texts["ver_1 a.ts"] ? "old" : "new")],
        readText: async (version, path) => (version === "ver_2" ? (theirs ?? "") : (texts[`${version} ${path}`] ?? "")),
      },
    );
  const mine = (content: string | null): Draft => ({ content, base });

  it("leaves a draft alone when its file did not change", async () => {
    const { changed, merged, conflicts } = await rebase(mine("ONE\ntwo\nthree\n"), "one\ntwo\nthree\n");
    expect(changed["a.ts"]).toEqual({ content: "ONE\ntwo\nthree\n", base: { versionId: "ver_2", sha256: "old" } });
    expect([merged, conflicts]).toEqual([[], []]);
  });

  it("merges what was changed at different places", async () => {
    const { changed, merged } = await rebase(mine("ONE\ntwo\nthree\n"), "one\ntwo\nTHREE\n");
    expect(changed["a.ts"]).toEqual({ content: "ONE\ntwo\nTHREE\n", base: { versionId: "ver_2", sha256: "new" } });
    expect(merged).toEqual(["a.ts"]);
  });

  it("asks a person where both changed the same line, and keeps what the draft was made from", async () => {
    const { changed, conflicts } = await rebase(mine("ONE\ntwo\nthree\n"), "eins\ntwo\nthree\n");
    expect(changed["a.ts"]).toEqual({ ...mine("ONE\ntwo\nthree\n"), conflict: { versionId: "ver_2", sha256: "new" } });
    expect(conflicts).toEqual(["a.ts"]);
  });

  it("drops a draft that the version has word for word", async () => {
    const { changed } = await rebase(mine("same\n"), "same\n");
    expect("a.ts" in changed && changed["a.ts"] === undefined).toBe(true);
  });

  it.each([
    { title: "was deleted there and edited here", draft: mine("x"), theirs: null },
    { title: "was edited there and deleted here", draft: mine(null), theirs: "x" },
  ])("asks a person about a file that $title", async ({ draft, theirs }) => {
    expect((await rebase(draft, theirs)).conflicts).toEqual(["a.ts"]);
  });

  it("forgets a file that both deleted", async () => {
    const { changed, conflicts } = await rebase(mine(null), null);
    expect([Object.keys(changed), changed["a.ts"], conflicts]).toEqual([["a.ts"], undefined, []]);
  });
});

describe("composing a merge", () => {
  const [start, mine, theirs] = ["a\nb\nc\n", "A\nmine\nc\n", "a\ntheirs\nC\n"];

  it("does not decide where both changed the same lines", () => {
    expect(mergeDraft("x.ts", "a\nb\n", "a\nmine\n", "a\ntheirs\n")).toBeNull();
  });

  it.each([
    { side: "mine", expected: "A\nmine\n" },
    { side: "theirs", expected: "a\ntheirs\n" },
    { side: "both", expected: "A\nmine\nc\na\ntheirs\nC\n" },
  ] as const)("takes $side", ({ side, expected }) => {
    expect(composeMerge(start, mine, theirs, side).startsWith(expected)).toBe(true);
  });

  it("does not run two lines together when the first has no end", () => {
    expect(composeMerge("a", "mine", "theirs", "both")).toBe("mine\ntheirs");
  });
});

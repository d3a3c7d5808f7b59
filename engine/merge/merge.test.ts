import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPlaces } from "./kept.ts";
import { mergeFile } from "./merge-file.ts";
import { mergeJson } from "./merge-json.ts";
import { linesOf, mergeText } from "./merge-text.ts";
import { type ContentNames, planMerge } from "./plan-merge.ts";

const lines = (...texts: string[]): string => texts.map((text) => `${text}\n`).join("");

/** The whole merge over trees of texts, as the loop does it over blobs. */
function mergeTrees(base: ContentNames, yours: ContentNames, generated: ContentNames) {
  const plan = planMerge(base, yours, generated);
  const tree: Record<string, string> = {};
  for (const [path, side] of plan.take) tree[path] = (side === "yours" ? yours : generated)[path] ?? "";
  const kept = [...plan.kept];
  for (const path of plan.merge) {
    const merged = mergeFile(path, base[path] ?? null, yours[path] ?? null, generated[path] ?? null);
    if (merged.text !== null) tree[path] = merged.text;
    if (merged.kept) kept.push({ path, ...merged.kept });
  }
  return { tree, kept };
}

describe("merging a file's lines", () => {
  const base = lines("one", "two", "three", "four", "five", "six");

  it("holds the edits of both sides when they are apart", () => {
    const yours = base.replace("two", "TWO");
    const generated = base.replace("five", "FIVE");
    const expected = lines("one", "TWO", "three", "four", "FIVE", "six");
    expect(mergeText(base, yours, generated)).toEqual({ text: expected, places: [] });
  });

  it("keeps the user's text where both changed the same lines, names the place, and writes no marker", () => {
    const yours = base.replace("three", "mine");
    const generated = base.replace("three", "proposal");
    const merged = mergeText(base, yours, generated);
    expect(merged.text).toBe(yours);
    expect(merged.places).toEqual([{ line: 3, yours: "mine\n", proposed: "proposal\n" }]);
    expect(merged.text).not.toMatch(/<<<<|>>>>/);
  });

  it("keeps both insertions at the same spot, also behind a last line without a break", () => {
    expect(mergeText("a\n", "a\nmine\n", "a\ntheirs\n").text).toBe("a\nmine\ntheirs\n");
    expect(mergeText("a\n", "a\nmine", "a\ntheirs\n").text).toBe("a\nmine\ntheirs\n");
  });

  it("merges a file that the user's editor saved with Windows line breaks", () => {
    const yours = base.replace("two", "TWO").replaceAll("\n", "\r\n");
    const merged = mergeText(base, yours, base.replace("five", "FIVE"));
    expect(merged.places).toEqual([]);
    expect(merged.text).toBe(lines("one", "TWO", "three", "four", "FIVE", "six").replaceAll("\n", "\r\n"));
  });
});

describe("merging JSON", () => {
  const base = JSON.stringify({
    name: "app",
    scripts: { dev: "vite" },
    files: ["a", "b"],
    dependencies: { hono: "1" },
  });
  const merge = (yours: unknown, generated: unknown) => {
    const merged = mergeJson(base, JSON.stringify(yours), JSON.stringify(generated));
    return { value: JSON.parse(merged?.text ?? "null") as unknown, places: merged?.places };
  };

  it("takes keys, dependencies and list items of both sides", () => {
    const { value, places } = merge(
      {
        name: "app",
        scripts: { dev: "vite", mine: "x" },
        files: ["a", "b", "c"],
        dependencies: { hono: "1", zod: "4" },
      },
      { name: "new", scripts: { dev: "vite", seed: "y" }, files: ["a", "d"], dependencies: { hono: "2" } },
    );
    expect(value).toEqual({
      name: "new",
      scripts: { dev: "vite", seed: "y", mine: "x" },
      files: ["a", "c", "d"],
      dependencies: { hono: "2", zod: "4" },
    });
    expect(places).toEqual([]);
  });

  it("keeps the user's value of a key that both changed, and names the key", () => {
    const { value, places } = merge(
      { ...(JSON.parse(base) as object), dependencies: { hono: "1.5" } },
      { ...(JSON.parse(base) as object), dependencies: { hono: "2" } },
    );
    expect(value).toMatchObject({ dependencies: { hono: "1.5" } });
    expect(places).toEqual([{ line: null, key: "dependencies.hono", yours: '"1.5"', proposed: '"2"' }]);
  });

  it("leaves what is not plain JSON to the merge by lines", () => {
    expect(mergeJson("{} // note", "{}", "{}")).toBeNull();
    const merged = mergeFile("tsconfig.json", "// a\n{}\n", "// mine\n{}\n", "// a\n{ }\n");
    expect(merged.text).not.toBeNull();
  });
});

describe("merging trees", () => {
  it.each([
    { title: "takes a new generated file", b: null, t: null, o: "new", tree: "new", kept: null },
    { title: "keeps a file of the user's own", b: null, t: "mine", o: null, tree: "mine", kept: null },
    { title: "updates a file the user left alone", b: "old", t: "old", o: "new", tree: "new", kept: null },
    { title: "drops a file the user left alone", b: "old", t: "old", o: null, tree: null, kept: null },
    { title: "keeps an edit of an unchanged file", b: "old", t: "mine", o: "old", tree: "mine", kept: null },
    { title: "keeps a deleted file deleted", b: "old", t: null, o: "old", tree: null, kept: null },
    { title: "keeps it deleted when it changed", b: "old", t: null, o: "new", tree: null, kept: "deleted" },
    {
      title: "keeps a dropped file with edits",
      b: "old",
      t: "mine",
      o: null,
      tree: "mine",
      kept: "no-longer-generated",
    },
    { title: "keeps the user's of two new files", b: null, t: "mine", o: "new", tree: "mine", kept: "twin" },
  ])("$title", ({ b, t, o, tree, kept }) => {
    const names = (text: string | null): ContentNames => (text === null ? {} : { "a.ts": text });
    const merged = mergeTrees(names(b), names(t), names(o));
    expect(merged.tree).toEqual(names(tree));
    expect(merged.kept.map((file) => file.reason)).toEqual(kept === null ? [] : [kept]);
    expect(countPlaces(merged.kept)).toBe(kept === null ? 0 : 1);
  });

  it("never rewrites a migration, and adds the generator's next one", () => {
    const path = "migrations/0001_init.sql";
    const merged = mergeTrees({ [path]: "a" }, { [path]: "edited" }, { [path]: "b", "migrations/0002_x.sql": "c" });
    expect(merged).toEqual({ tree: { [path]: "edited", "migrations/0002_x.sql": "c" }, kept: [] });
  });

  it("leaves a lockfile that both changed as the user has it", () => {
    const path = "package-lock.json";
    const merged = mergeTrees({ [path]: '{"a":1}' }, { [path]: '{"a":2}' }, { [path]: '{"a":1,"b":1}' });
    expect(merged.tree).toEqual({ [path]: '{"a":2}' });
    expect(merged.kept).toMatchObject([{ reason: "lockfile" }]);
  });

  it("leaves out a generated file that would share its name with the user's on some file systems", () => {
    const merged = mergeTrees({}, { "src/Shop.ts": "mine", notes: "mine" }, { "src/shop.ts": "x", "notes/a.md": "x" });
    expect(Object.keys(merged.tree)).toEqual(["notes", "src/Shop.ts"]);
    expect(merged.kept.map((file) => file.path)).toEqual(["notes/a.md", "src/shop.ts"]);
  });
});

describe("over random trees", () => {
  // Few distinct lines and names, so that edits meet.
  const line = fc.constantFrom("a", "b", "c", "", "}", "import x", "x");
  const text = fc.array(line, { maxLength: 8 }).map((parts) => lines(...parts));
  const path = fc.constantFrom("a.ts", "b.ts", "B.ts", "src/a.ts", "migrations/0001_a.sql", "package.json");
  const tree = fc.dictionary(path, text, { maxKeys: 6 });
  let stamp = 0;
  /** Random edits whose every new line is recognisable. */
  const edited = (who: string, base: ContentNames): fc.Arbitrary<Record<string, string>> =>
    fc
      .tuple(
        fc.dictionary(path, fc.array(fc.tuple(fc.nat(8), fc.nat(2)), { minLength: 1, maxLength: 3 }), { maxKeys: 4 }),
        fc.subarray(Object.keys(base)),
        fc.boolean(),
      )
      .map(([edits, deleted, deletes]) => {
        const next: Record<string, string> = { ...base };
        for (const [file, changes] of Object.entries(edits)) {
          const parts = linesOf(next[file] ?? "");
          for (const [at, removed] of changes) parts.splice(at, removed, `${who} ${(stamp += 1)}\n`);
          next[file] = parts.join("");
        }
        if (deletes) for (const file of deleted) if (!(file in edits)) delete next[file];
        return next;
      });
  const three = tree.chain((base) => fc.tuple(fc.constant(base), edited("mine", base), edited("generated", base)));

  it("no line that the user wrote is lost, and nothing he deleted comes back", () => {
    fc.assert(
      fc.property(three, ([base, yours, generated]) => {
        const { tree: merged } = mergeTrees(base, yours, generated);
        for (const [file, content] of Object.entries(yours)) {
          if (content === base[file]) continue;
          const there = new Set(linesOf(merged[file] ?? ""));
          for (const mine of linesOf(content)) if (mine.startsWith("mine")) expect(there).toContain(mine);
        }
        for (const file of Object.keys(base)) if (!(file in yours)) expect(merged).not.toHaveProperty([file]);
      }),
      { numRuns: 500 },
    );
  });

  it("without an edit the result is the generated tree to the byte, without a change the user's", () => {
    fc.assert(
      fc.property(three, ([base, yours, generated]) => {
        const append = Object.fromEntries(
          Object.entries({ ...base, ...generated }).filter(([file]) => file in generated),
        );
        const untouched = mergeTrees(base, base, append);
        // Migrations are history: of those the generator may only add.
        const isHistory = (file: string): boolean => file.startsWith("migrations/") && file in base;
        const strip = (files: ContentNames) =>
          Object.entries(files)
            .filter(([file]) => !isHistory(file))
            .sort();
        expect(strip(untouched.tree)).toEqual(strip(append));
        expect(untouched.kept.filter((file) => file.reason !== "twin")).toEqual([]);
        expect(mergeTrees(base, yours, base)).toEqual({ tree: yours, kept: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("every place of the generator's that is missing from the result is named", () => {
    fc.assert(
      fc.property(three, ([base, yours, generated]) => {
        const { tree: merged, kept } = mergeTrees(base, yours, generated);
        const named = new Set(kept.map((file) => file.path));
        for (const [file, content] of Object.entries(generated)) {
          if (content === base[file] || named.has(file) || file.startsWith("migrations/")) continue;
          const there = new Set(linesOf(merged[file] ?? ""));
          for (const line of linesOf(content)) if (line.startsWith("generated")) expect(there).toContain(line);
        }
      }),
      { numRuns: 500 },
    );
  });
});

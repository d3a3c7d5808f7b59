import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Manifest } from "#db/schema/versions.ts";
import type { Env } from "../../../workers/env.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { decodeText } from "../../../workers/storage/tree.ts";
import { mergeEdits } from "./merge-edits.ts";

const blobs = new BlobStore((env as unknown as Env).BLOBS);

async function store(files: Record<string, string | Uint8Array>): Promise<Manifest> {
  const stored = await Promise.all(
    Object.entries(files).map(async ([path, content]) => [path, await blobs.put(content)]),
  );
  return Object.fromEntries(stored) as Manifest;
}

async function texts(manifest: Manifest): Promise<Record<string, string | null>> {
  const read = Object.entries(manifest).map(async ([path, { sha256 }]) => {
    const bytes = await blobs.get(sha256);
    return [path, bytes && decodeText(bytes)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

const sides = async () => ({
  base: await store({ "a.ts": "1\n2\n3\n4\n", "old.ts": "old\n", "package.json": '{"a":1}', "same.ts": "same\n" }),
  yours: await store({
    "a.ts": "mine\n2\n3\n4\n",
    "old.ts": "mine\n",
    "package.json": '{"a":1,"mine":1}',
    "same.ts": "same\n",
  }),
  generated: await store({ "a.ts": "1\n2\n3\nfour\n", "package.json": '{"a":2}', "same.ts": "new\n" }),
});

describe("bringing edits into a new tree", () => {
  it("merges line by line first, and says that there is another way", async () => {
    const { files, kept, edited, canFallBack } = await mergeEdits(blobs, await sides(), "lines");
    expect(await texts(files)).toEqual({
      "a.ts": "mine\n2\n3\nfour\n",
      "old.ts": "mine\n",
      "package.json": '{\n  "a": 2,\n  "mine": 1\n}\n',
      "same.ts": "new\n",
    });
    expect(kept).toEqual([{ path: "old.ts", reason: "no-longer-generated", places: [], proposal: null }]);
    expect(edited).toEqual(["a.ts", "old.ts", "package.json"]);
    expect(canFallBack).toBe(true);
  });

  it("where that did not build, leaves edited files whole and sets aside what is no longer generated", async () => {
    const given = await sides();
    const { files, kept } = await mergeEdits(blobs, given, "whole-files");
    expect(await texts(files)).toEqual({
      "a.ts": "mine\n2\n3\n4\n",
      "package.json": '{\n  "a": 2,\n  "mine": 1\n}\n',
      "same.ts": "new\n",
    });
    expect(kept).toEqual([
      { path: "a.ts", reason: "kept-whole", places: [], proposal: given.generated["a.ts"] },
      { path: "old.ts", reason: "set-aside", places: [], proposal: given.yours["old.ts"] },
    ]);
  });

  it("leaves a picture that both changed as the person has it", async () => {
    const picture = (byte: number) => store({ "icon.png": new Uint8Array([0xff, byte]) });
    const given = { base: await picture(1), yours: await picture(2), generated: await picture(3) };
    const { files, kept, canFallBack } = await mergeEdits(blobs, given, "lines");
    expect(files).toEqual(given.yours);
    expect(kept).toMatchObject([{ reason: "unmergeable", proposal: given.generated["icon.png"] }]);
    expect(canFallBack).toBe(false);
  });

  it("changes nothing where nobody edited", async () => {
    const { base, generated } = await sides();
    const merged = await mergeEdits(blobs, { base, yours: base, generated }, "lines");
    expect(merged).toEqual({ files: generated, kept: [], edited: [], canFallBack: false });
  });
});

import { describe, expect, it } from "vitest";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { findStaleNames } from "./find-stale-names.ts";

const before: Prd = {
  ...inventoryPrd,
  models: [
    {
      name: "Post",
      fields: [
        { name: "title", type: "text", required: true, unique: false },
        { name: "text", type: "longText", required: false, unique: false },
        { name: "state", type: "enum", required: true, unique: false, values: ["Draft", "Published"] },
      ],
    },
  ],
  relationships: [],
  badges: [],
};
const [post] = before.models;
if (!post) throw new Error("There is a model.");
const [title, text, state] = post.fields;
if (!title || !text || !state) throw new Error("There are fields.");

const generated = new Map([["src/client/card.tsx", 'const shown = record["text"];']]);
const own = new Map([
  ["src/client/card.tsx", 'const shown = record["text"];\nconst minutes = readingTime(record["text"]);'],
  ["src/client/feed.tsx", 'import { text } from "./words.ts";\nconst all = modelOf("post");\nconst look = "text-sm";'],
  ["src/client/drafts.ts", 'const drafts = items.filter((item) => item["state"] === "Draft");'],
  ["notes.md", 'The field "text" is long.'],
]);
const stale = (after: Prd) => findStaleNames(before, after, own, generated);

describe("names that a changed plan left behind", () => {
  it("are none where nothing was renamed or removed", () => {
    expect(stale({ ...before, theme: { primary: "#15803d", scheme: "light" } })).toEqual([]);
  });

  it("are those of a renamed field, in lines that the generator did not write", () => {
    const body = { ...text, name: "body", formerly: ["text"] };
    const after = { ...before, models: [{ ...post, fields: [title, body, state] }] };
    expect(stale(after)).toContain('src/client/card.tsx:2 "text": this field of Post is "body" now');
    expect(stale(after).some((line) => line.startsWith("src/client/card.tsx:1") || line.includes("feed.tsx:3"))).toBe(
      false,
    );
  });

  it("are those of a renamed model, a removed field and a removed value", () => {
    const models = [
      { name: "Article", formerly: ["Post"], fields: [title, { ...state, values: ["Hidden", "Published"] }] },
    ];
    expect(stale({ ...before, models })).toEqual([
      'src/client/card.tsx:2 "text": this field of Article is gone',
      'src/client/feed.tsx:2 "post": the model\'s key is "article" now',
      'src/client/drafts.ts:1 "Draft": Article has no such value any more',
    ]);
  });
});

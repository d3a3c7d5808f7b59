// Likes, ratings, favourites and comments on records, from visitors without an account: one table for all.
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { PrdCapability, ReactionId } from "#engine/prd/schema.ts";
import { literal, sqlName } from "../../shared/source-text.ts";
import { type Contribution, freeSlug, freeTable, type Refusal } from "./capability.ts";
import { modelNamed } from "./fields.ts";

type Reactions = Extract<PrdCapability, { kind: "reactions" }>;

export function contributeReactions(app: ResolvedApp, all: readonly Reactions[]): Contribution | Refusal {
  const byModel = new Map<string, Set<ReactionId>>();
  for (const { model: name, reactions } of all) {
    const model = modelNamed(app, name);
    if (!model) {
      app.notes.push(`Reactions: those on "${name}" were left out, since there is no such model.`);
      continue;
    }
    const known = byModel.get(model.key) ?? new Set();
    for (const reaction of reactions) known.add(reaction);
    byModel.set(model.key, known);
  }
  if (byModel.size === 0) return { note: "Reactions: left out, since no model carries any." };
  const [slug, favouritesSlug, table] = [
    freeSlug(app, "reactions"),
    freeSlug(app, "favourites"),
    freeTable(app, "visitor_reactions"),
  ];
  const has = (kind: ReactionId): boolean => [...byModel.values()].some((kinds) => kinds.has(kind));
  const settings = {
    slug,
    table,
    models: Object.fromEntries([...byModel].map(([key, kinds]) => [key, [...kinds]])),
  };
  const index = (name: string): string => sqlName(`${table}_${name}`);
  const migration = `CREATE TABLE IF NOT EXISTS ${sqlName(table)} (
  "id" TEXT PRIMARY KEY NOT NULL,
  "created_at" TEXT NOT NULL,
  "model" TEXT NOT NULL,
  "record_id" TEXT NOT NULL,
  "visitor" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "value" INTEGER NOT NULL DEFAULT 1,
  "author" TEXT,
  "body" TEXT
);
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS ${index("record")} ON ${sqlName(table)} ("model", "record_id", "kind");
--> statement-breakpoint
CREATE UNIQUE INDEX IF NOT EXISTS ${index("once")} ON ${sqlName(table)} ("model", "record_id", "visitor", "kind") WHERE "kind" <> 'comment';
`;
  return {
    folders: ["reactions"],
    panels: [{ id: "reactions", models: [...byModel.keys()], module: "reactions/panel.tsx" }],
    pages: [
      ...(has("favourites")
        ? [{ path: favouritesSlug, title: "Favourites", icon: "heart", module: "reactions/favourites.tsx" }]
        : []),
      ...(has("follows")
        ? [{ path: freeSlug(app, "following"), title: "Following", icon: "bell", module: "reactions/following.tsx" }]
        : []),
    ],
    routes: [
      {
        path: `/${slug}`,
        module: "reactions.ts",
        name: "reactions",
        summaries: {
          "GET /favourites": "Read a visitor's favourites",
          "GET /following": "Read what a visitor follows",
          "GET /:model/:id": "Read the reactions to a record",
          "POST /:model/:id/comments": "Comment on a record",
          "DELETE /:model/:id/comments/:comment": "Delete an own comment",
          "PUT /:model/:id/:kind": "Like, rate or keep a record, or take it back",
        },
      },
    ],
    files: new Map([
      // Far behind the migrations of the models, which are numbered as they come.
      ["migrations/0900_reactions.sql", migration],
      [
        "src/shared/reactions/settings.ts",
        `// Which records visitors may react to, and how.\nimport type { ReactionSettings } from "./reactions.ts";\n\nexport const reactionSettings: ReactionSettings = ${literal(settings, "", 52)};\n`,
      ],
    ]),
  };
}

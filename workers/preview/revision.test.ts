import { expect, it } from "vitest";
import { createRevision, revisionSchema } from "./revision.ts";

const layout = {
  serverEntry: "dist/server/index.js",
  assetsDir: "dist/client",
  migrationsDir: "migrations",
  seedFile: "seed.sql",
};
const file = (path: string) => ({ path, sha256: path.length.toString(16).padStart(64, "0"), size: path.length });

it("sorts an artefact's files into modules, assets, migrations and example rows", () => {
  const revision = createRevision(
    [
      "dist/client/assets/app.css",
      "dist/client/index.html",
      "dist/server/index.js",
      "dist/server/index.js.map",
      "dist/server/lib/a.js",
      "migrations/0002_b.sql",
      "migrations/0001_a.sql",
      "migrations/notes.txt",
      "seed.sql",
      "unrelated.txt",
    ].map(file),
    layout,
  );
  expect(revisionSchema.parse(revision)).toEqual(revision);
  expect(revision.server.main).toBe("index.js");
  expect(Object.keys(revision.server.modules)).toEqual(["index.js", "lib/a.js"]);
  expect(Object.keys(revision.assets)).toEqual(["/assets/app.css", "/index.html"]);
  expect(revision.assets["/assets/app.css"]?.contentType).toBe("text/css; charset=utf-8");
  expect(revision.migrations.map(({ name }) => name)).toEqual(["0001_a.sql", "0002_b.sql"]);
  expect(revision.seed).toBe(file("seed.sql").sha256);
});

it("refuses an artefact without a server entry, naming it", () => {
  expect(() => createRevision([file("dist/client/index.html")], layout)).toThrow("dist/server/index.js");
});

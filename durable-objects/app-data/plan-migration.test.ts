import { expect, it } from "vitest";
import { planMigration } from "./plan-migration.ts";

const migration = (name: string, sha256 = name) => ({ name, sha256, sql: "" });
const [one, two] = [migration("1"), migration("2")];

it.each([
  { case: "an empty database gets everything", applied: [], wanted: [one, two], mayRebuild: true, kind: "apply" },
  { case: "a newer version gets what is new", applied: [one], wanted: [one, two], mayRebuild: false, kind: "apply" },
  {
    case: "the same version changes nothing",
    applied: [one, two],
    wanted: [one, two],
    mayRebuild: true,
    kind: "nothing",
  },
  {
    case: "an older version in a preview rebuilds",
    applied: [one, two],
    wanted: [one],
    mayRebuild: true,
    kind: "rebuild",
  },
  {
    case: "an older version in production lives with it",
    applied: [one, two],
    wanted: [one],
    mayRebuild: false,
    kind: "nothing",
  },
  {
    case: "a changed file in a preview rebuilds",
    applied: [migration("1", "old")],
    wanted: [one],
    mayRebuild: true,
    kind: "rebuild",
  },
  {
    case: "a changed file in production is a conflict",
    applied: [migration("1", "old")],
    wanted: [one],
    mayRebuild: false,
    kind: "conflict",
  },
])("$case", ({ applied, wanted, mayRebuild, kind }) => {
  expect(planMigration(applied, wanted, mayRebuild).kind).toBe(kind);
});

it("marks the first migrations of a database, which example rows may follow", () => {
  expect(planMigration([], [one], true)).toMatchObject({ isFirst: true });
  expect(planMigration([one], [one, two], true)).toMatchObject({ isFirst: false, migrations: [two] });
});

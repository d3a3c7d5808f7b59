// What has to happen to an app's database before a revision may use it. Pure.
import type { AppliedMigration, MigrationText } from "./sql-facet.ts";

export type MigrationPlan =
  | { kind: "nothing" }
  | { kind: "apply"; migrations: MigrationText[]; isFirst: boolean }
  /** The history differs: a preview starts afresh, its rows are examples. */
  | { kind: "rebuild" }
  /** The history differs and the rows are somebody's: refuse. */
  | { kind: "conflict"; migration: string };

export function planMigration(
  applied: readonly AppliedMigration[],
  wanted: readonly MigrationText[],
  mayRebuild: boolean,
): MigrationPlan {
  const known = new Map(applied.map(({ name, sha256 }) => [name, sha256]));
  const changed = wanted.find(({ name, sha256 }) => known.has(name) && known.get(name) !== sha256);
  const wantedNames = new Set(wanted.map(({ name }) => name));
  const isAhead = applied.some(({ name }) => !wantedNames.has(name));
  if (mayRebuild && (changed || isAhead)) return { kind: "rebuild" };
  // In production an older revision meets a newer database after a rollback: migrations only ever go forward.
  if (changed) return { kind: "conflict", migration: changed.name };
  const migrations = wanted.filter(({ name }) => !known.has(name));
  return migrations.length === 0 ? { kind: "nothing" } : { kind: "apply", migrations, isFirst: applied.length === 0 };
}

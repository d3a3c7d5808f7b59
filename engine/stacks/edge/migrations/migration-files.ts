// migrations/*.sql of a version: the first schema, or the previous version's files and what changed since.
import { resolvePrd } from "#engine/prd/resolve.ts";
import type { ResolvedApp } from "#engine/prd/resolved.ts";
import type { FileTree, PreviousVersion } from "../../stack.ts";
import { emitMigration } from "../emit-database.ts";
import { emitNextMigration, hasTrashPattern } from "./emit-next-migration.ts";
import { matchSchemas } from "./match-schemas.ts";

const migrationPattern = /^migrations\/(\d{4})_.*\.sql$/;
/** Tables of parts of the app, which are independent of the models' and stand behind them. */
const partPattern = /^migrations\/09\d\d_(?:access|chat|polls|reactions|uploads|webhooks)\.sql$/;

export function emitMigrations(app: ResolvedApp, previous?: PreviousVersion): FileTree {
  const kept = [...(previous?.migrations ?? [])]
    .filter(([path]) => migrationPattern.test(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const last = kept.findLast(([path]) => !partPattern.test(path))?.[0];
  if (!previous || last === undefined) return new Map([["migrations/0001_init.sql", emitMigration(app)]]);
  const old = resolvePrd(previous.prd);
  const number = String(Number(migrationPattern.exec(last)?.[1]) + 1).padStart(4, "0");
  const history = kept.map(([, text]) => text).join("\n");
  const text = emitNextMigration(old, app, history, number, previous.hasOwnMigrations);
  if (text === undefined) return new Map(kept);
  return new Map([...kept, [`migrations/${number}_${shortName(old, app, history)}.sql`, text]]);
}

/** Says the first renamed or new table, else the changes in general. */
function shortName(old: ResolvedApp, next: ResolvedApp, history: string): string {
  const { models } = matchSchemas(old, next);
  const renamed = models.find((pair) => pair.old.key !== pair.next.key);
  if (renamed) return `rename_${inName(renamed.old.table)}_to_${inName(renamed.next.table)}`;
  const added = next.models.find((model) => !models.some((pair) => pair.next === model));
  if (!added && !hasTrashPattern.test(history)) return "add_trash";
  return added ? `add_${inName(added.table)}` : "change_fields";
}

const inName = (table: string): string => table.replaceAll(/[^a-z0-9_]/gi, "_").slice(0, 40);

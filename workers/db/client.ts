import { drizzle } from "drizzle-orm/d1";

export type Database = ReturnType<typeof createDatabase>;

function createDatabase(binding: D1Database) {
  return drizzle(binding);
}

const opened = new WeakMap<D1Database, Database>();

/** Makes no connection; one object for each binding. */
export function openDatabase(binding: D1Database): Database {
  let database = opened.get(binding);
  if (!database) {
    database = createDatabase(binding);
    opened.set(binding, database);
  }
  return database;
}

/** A statement whose SQL is built once for each database: building costs more than the rest of a small request. */
export function prepared<T>(build: (db: Database) => T): (db: Database) => T {
  const built = new WeakMap<Database, T>();
  return (db) => {
    let statement = built.get(db);
    if (statement === undefined) {
      statement = build(db);
      built.set(db, statement);
    }
    return statement;
  };
}

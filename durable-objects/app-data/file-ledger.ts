// Which files an app holds and how large they are, so that one app cannot fill the bucket that all of them share.
import { fileLimits } from "./stored-file.ts";

export class FileLedger {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec("CREATE TABLE IF NOT EXISTS files (key TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID");
  }

  /** Counts the file before it is stored; why not, where the app has no room for it. */
  reserve(key: string, size: number): string | null {
    const [others] = this.#sql
      .exec<{ files: number; bytes: number }>(
        "SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM files WHERE key <> ?",
        key,
      )
      .toArray();
    if ((others?.files ?? 0) >= fileLimits.appFiles) return `an app holds at most ${fileLimits.appFiles} files`;
    if ((others?.bytes ?? 0) + size > fileLimits.appBytes) return "the app's space for files (1 GB) is used up";
    this.#sql.exec("INSERT OR REPLACE INTO files (key, size) VALUES (?, ?)", key, size);
    return null;
  }

  forget(keys: readonly string[]): void {
    for (const key of keys) this.#sql.exec("DELETE FROM files WHERE key = ?", key);
  }

  clear(): void {
    this.#sql.exec("DELETE FROM files");
  }
}

// What the host gives the app. `DB` is a Cloudflare D1 database, or anything of its shape.

export interface DatabaseStatement {
  bind(...values: unknown[]): DatabaseStatement;
  all(): Promise<{ results: unknown[]; success: boolean; meta: Record<string, unknown> }>;
  run(): Promise<{ results: unknown[]; success: boolean; meta: Record<string, unknown> }>;
  raw(): Promise<unknown[][]>;
  first(column?: string): Promise<unknown>;
}

export interface Database {
  prepare(sql: string): DatabaseStatement;
  batch(statements: DatabaseStatement[]): Promise<unknown[]>;
}

/** A Cloudflare R2 bucket, or anything of its shape. */
export interface FileBucket {
  put(key: string, bytes: Uint8Array, options: { httpMetadata: { contentType: string } }): Promise<unknown>;
  get(key: string): Promise<{ body: ReadableStream } | null>;
  delete(keys: string[]): Promise<void>;
}

export interface Env {
  DB: Database;
  /** Uploaded files; without it they are kept in the database. */
  FILES?: FileBucket;
  /** Set by the local server: webhooks may then call addresses of one's own machine. */
  IS_DEVELOPMENT?: boolean;
}

export interface AppEnv {
  Bindings: Env;
}

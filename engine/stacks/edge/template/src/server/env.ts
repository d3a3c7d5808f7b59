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

export interface Env {
  DB: Database;
}

export interface AppEnv {
  Bindings: Env;
}

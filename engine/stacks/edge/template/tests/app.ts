// The real API over an in-memory database with the real migrations.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SqliteD1 } from "../dev/sqlite-d1.ts";
import type { ApiRecord } from "../src/shared/model.ts";
import { createApp } from "../src/server/app.ts";

export interface Answer<Body> {
  status: number;
  body: Body;
}

const migrations = join(import.meta.dirname, "../migrations");
const sql = (name: string): string => readFileSync(join(migrations, name), "utf8");

export function startApp(options: { seeded?: boolean } = {}) {
  const database = new SqliteD1(":memory:");
  const numbered = readdirSync(migrations).filter((name) => /^\d{4}_/.test(name));
  for (const name of numbered.sort()) database.exec(sql(name));
  if (options.seeded) database.exec(sql("seed.sql"));
  const app = createApp();
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> => {
    const init: RequestInit = { method, headers };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers = { "Content-Type": "application/json", ...headers };
    }
    return app.request(`/api${path}`, init, { DB: database });
  };
  return {
    database,
    send,
    async call<Body = ApiRecord>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
      const response = await send(method, path, body);
      return { status: response.status, body: (response.status === 204 ? undefined : await response.json()) as Body };
    },
  };
}

export type TestApp = ReturnType<typeof startApp>;

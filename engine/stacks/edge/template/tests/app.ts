// The real API over an in-memory database with the real migrations.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SqliteD1 } from "../dev/sqlite-d1.ts";
import type { ApiRecord } from "../src/shared/model.ts";
import { createApp } from "../src/server/app.ts";
import type { Env } from "../src/server/env.ts";
import { credentials } from "./credentials.ts";

export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

const migrations = join(import.meta.dirname, "../migrations");
const sql = (name: string): string => readFileSync(join(migrations, name), "utf8");

type Call = <Body = ApiRecord>(method: string, path: string, body?: unknown) => Promise<Answer<Body>>;

/** `as` is sent with every request; without it, what lets one do everything. */
export function startApp(options: { seeded?: boolean; as?: Record<string, string>; env?: Partial<Env> } = {}) {
  const database = new SqliteD1(":memory:");
  const numbered = readdirSync(migrations).filter((name) => /^\d{4}_/.test(name));
  for (const name of numbered.sort()) database.exec(sql(name));
  if (options.seeded) database.exec(sql("seed.sql"));
  const app = createApp();
  const as = (own: Readonly<Record<string, string>>) => {
    const send = async (
      method: string,
      path: string,
      body?: unknown,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<Response> => {
      const init: RequestInit = { method, headers: { ...own, ...headers } };
      if (body instanceof Uint8Array) init.body = Uint8Array.from(body);
      else if (body !== undefined) {
        init.body = JSON.stringify(body);
        init.headers = { "Content-Type": "application/json", ...own, ...headers };
      }
      return app.request(`/api${path}`, init, { DB: database, ...options.env });
    };
    const call: Call = async <Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> => {
      const response = await send(method, path, body);
      const text = await response.text();
      const isJson = response.headers.get("Content-Type")?.startsWith("application/json") === true;
      return {
        status: response.status,
        body: (isJson ? JSON.parse(text) : undefined) as Body,
        headers: response.headers,
      };
    };
    return { send, call };
  };
  return { database, as, ...as(options.as ?? credentials(database)) };
}

export type TestApp = ReturnType<typeof startApp>;

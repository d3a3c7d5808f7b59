// Signed-in people for tests, written straight into the database: a password takes its time to check.
import { createHash } from "node:crypto";
import type { SqliteD1 } from "../dev/sqlite-d1.ts";
import { adminRole } from "../src/shared/access/roles.ts";

let made = 0;
const values = (texts: readonly string[]): string => texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(", ");

export interface Someone {
  id: string;
  email: string;
  headers: Record<string, string>;
}

/** A person with a session, in one of the roles of src/shared/access/roles.ts. */
export function someone(database: SqliteD1, role: string): Someone {
  made += 1;
  const [id, token, email] = [`person${made}`, `token${made}`, `person${made}@example.com`];
  const hash = createHash("sha256").update(token).digest("hex");
  database.exec(`
    insert into _users (id, created_at, email, name, role, password)
      values (${values([id, "2026-01-01T00:00:00.000Z", email, `Person ${made}`, role, "none"])});
    insert into _sessions (id, token_hash, user_id, created_at, ends_at, last_seen_at, device)
      values (${values([`session${made}`, hash, id, "2026-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z", "A test"])});`);
  return { id, email, headers: { Cookie: `session=${token}` } };
}

/** Headers that let a request do everything: those of an administrator. */
export const credentials = (database: SqliteD1): Record<string, string> => someone(database, adminRole).headers;

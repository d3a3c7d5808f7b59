// One example person of each role for the example data of a preview, and the example rows shared out among them, so that
// what "own" means can be seen. Appended to seed.sql, which never reaches a deployed app.
import type { ResolvedAccess, ResolvedApp } from "#engine/prd/resolved.ts";
import { kebabCase, words } from "../../shared/naming.ts";
import { systemTables as tables } from "../../shared/reserved.ts";
import { firstNames, lastNames } from "../../shared/seed-names.ts";
import { sqlName, sqlText } from "../../shared/source-text.ts";
import { exampleIds } from "../emit-seed.ts";

/** Behind the names that the example rows begin with. */
const firstName = 70;

export function emitExamplePeople(app: ResolvedApp, access: ResolvedAccess): string {
  const people = access.roles.map((role, at) => ({
    role,
    id: `example${String(at + 1).padStart(5, "0")}`,
    name: `${firstNames[(firstName + at) % firstNames.length]} ${lastNames[(firstName + at) % lastNames.length]}`,
    email: `${kebabCase(words(role.key)) || "person"}-${at + 1}@example.com`,
  }));
  const statements = people.map(
    ({ id, name, email, role }, at) =>
      `INSERT INTO ${sqlName(tables.users)} ("id", "created_at", "email", "name", "role", "is_example", "is_active") VALUES (${sqlText(id)}, strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-90 days', '+${at} minutes'), ${sqlText(email)}, ${sqlText(name)}, ${sqlText(role.key)}, 1, 1);`,
  );
  for (const [model, ids] of exampleIds(app)) {
    const sharing = people.filter(({ role }) => Object.values(role.may[model] ?? {}).includes("own"));
    // Every second record is somebody else's, also when only one role has records of its own.
    const others = people.filter(({ role }) => !sharing.some((person) => person.role === role));
    const owners = sharing.length === 0 ? people.slice(0, 1) : [...sharing, ...others.slice(0, 1)];
    const rows = ids.map((id, at) => {
      const owner = owners[at % owners.length]?.id ?? "";
      return `(${[model, id, owner].map(sqlText).join(", ")})`;
    });
    if (rows.length === 0) continue;
    statements.push(
      `INSERT INTO ${sqlName(tables.owners)} ("model", "record_id", "user_id") VALUES ${rows.join(", ")};`,
    );
  }
  for (const { key, table } of app.models) {
    statements.push(
      `INSERT INTO ${sqlName(tables.changes)} ("id", "at", "action", "user_id", "actor", "model", "record_id", "label", "fields") SELECT 'made-' || ${sqlText(key)} || '-' || "record"."id", "record"."created_at", 'create', "person"."id", "person"."name", ${sqlText(key)}, "record"."id", '', '[]' FROM ${sqlName(table)} AS "record" JOIN ${sqlName(tables.owners)} AS "owner" ON "owner"."model" = ${sqlText(key)} AND "owner"."record_id" = "record"."id" JOIN ${sqlName(tables.users)} AS "person" ON "person"."id" = "owner"."user_id";`,
    );
  }
  return statements.map((statement) => `--> statement-breakpoint\n${statement}\n`).join("");
}

import { sql } from "drizzle-orm";
import { adminRole } from "../../shared/access/roles.ts";
import { users } from "./tables.ts";

/** Somebody has to be left who can let others in; an example person does not count. */
export const anotherAdmin = (id: string) =>
  sql`exists (select 1 from ${users} as "other" where "other"."role" = ${adminRole} and "other"."is_active" = 1 and "other"."is_example" = 0 and "other"."password" is not null and "other"."id" <> ${id})`;

// Uploads that no record holds any more, in the trash or out of it, are deleted; one that none ever held may still stand in
// an open form, and waits a day.
import { inArray, type SQL, sql } from "drizzle-orm";
import { models } from "../../shared/models.ts";
import type { Db } from "../db/client.ts";
import type { Env } from "../env.ts";
import { tableOf } from "../resource/labels.ts";
import { columnOf } from "../resource/table.ts";
import { deleteBytes } from "./store.ts";
import { uploads } from "./table.ts";

const mostSwept = 50;
const day = 86_400_000;

const holders = models.flatMap((model) =>
  model.fields
    .filter(({ type }) => type === "image" || type === "file")
    .map((field) => columnOf(tableOf(model), field.key)),
);

/** A column of any table that holds the upload's address. */
const isHeld = (): SQL =>
  sql.join(
    holders.map((column) => sql`exists (select 1 from ${column.table} where ${column} = ${uploads.url})`),
    sql` or `,
  );

/** After records were written: what they hold is in use from now on. */
export async function claimUploads(db: Db): Promise<void> {
  if (holders.length === 0) return;
  await db
    .update(uploads)
    .set({ isUsed: true })
    .where(sql`${uploads.isUsed} = 0 and (${isHeld()})`);
}

/** After records were deleted for good, and before more is stored. */
export async function sweepUploads(env: Env, db: Db): Promise<void> {
  if (holders.length === 0) return;
  const since = new Date(Date.now() - day).toISOString();
  const rows = await db
    .select({ id: uploads.id, place: uploads.place })
    .from(uploads)
    .where(sql`(${uploads.isUsed} = 1 or ${uploads.createdAt} < ${since}) and not (${isHeld()})`)
    .limit(mostSwept);
  if (rows.length === 0) return;
  await deleteBytes(env, rows.filter(({ place }) => place === "bucket").map(({ id }) => id));
  await db.delete(uploads).where(
    inArray(
      uploads.id,
      rows.map(({ id }) => id),
    ),
  );
}

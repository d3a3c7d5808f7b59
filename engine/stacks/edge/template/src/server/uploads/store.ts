// Where the bytes of uploads lie: in the bucket `FILES` where the host gives one, else in pieces in the database.
import { sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import type { Env } from "../env.ts";

export type Place = "bucket" | "database";

/** D1 takes 2 MB a value at most; its answers are lists of numbers, so smaller pieces spare memory. */
const pieceSize = 256_000;

const keyOf = (id: string): string => `uploads/${id}`;

export async function putBytes(env: Env, db: Db, id: string, bytes: Uint8Array, type: string): Promise<void> {
  if (env.FILES) {
    await env.FILES.put(keyOf(id), bytes, { httpMetadata: { contentType: type } });
    return;
  }
  for (let at = 0; at * pieceSize < bytes.length; at += 1) {
    const piece = bytes.slice(at * pieceSize, (at + 1) * pieceSize);
    // One after the other: together they might be more than the database takes at once.
    // oxlint-disable-next-line no-await-in-loop
    await db.run(sql`insert into _upload_pieces (upload_id, at, bytes) values (${id}, ${at}, ${piece})`);
  }
}

/** The file from its beginning, a piece at a time. */
export async function getBytes(env: Env, db: Db, id: string, place: Place): Promise<ReadableStream | null> {
  if (place === "bucket") return (await env.FILES?.get(keyOf(id)))?.body ?? null;
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const rows = await db.all<{ bytes: Uint8Array | number[] }>(
        sql`select bytes from _upload_pieces where upload_id = ${id} and at = ${at}`,
      );
      at += 1;
      const piece = rows[0]?.bytes;
      // D1 answers numbers, Node's SQLite bytes.
      if (piece) controller.enqueue(Uint8Array.from(piece));
      else controller.close();
    },
  });
}

/** What lies in the database goes with its row. */
export async function deleteBytes(env: Env, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await env.FILES?.delete(ids.map(keyOf));
}

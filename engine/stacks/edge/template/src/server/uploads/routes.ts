// POST /            the bytes of one file; ?name= ?kind=image|file → 201 { url, type, size }, the url is the field's value
// GET  /:id/:name   the bytes
import { eq, sum } from "drizzle-orm";
import { Hono } from "hono";
import { models } from "../../shared/models.ts";
import { imageTypes, largestUpload } from "../../shared/uploads.ts";
import { connect, type Db } from "../db/client.ts";
import { newId } from "../db/columns.ts";
import type { AppEnv } from "../env.ts";
import { ApiError } from "../errors.ts";
import { authorise } from "../permissions.ts";
import { sniff } from "./sniff.ts";
import { getBytes, putBytes } from "./store.ts";
import { sweepUploads } from "./sweep.ts";
import { uploads } from "./table.ts";
import { words } from "../words.ts";

/** Of all files together, where they lie in the database. */
const mostInDatabase = 200_000_000;

const isShown = (type: string): boolean => (imageTypes as readonly string[]).includes(type);

/** Letters, digits and dots of the given name; the address says nothing else. */
function safeName(given: string): string {
  const name = given
    .normalize("NFKD")
    .replace(/[^\w.-]+/g, "-")
    .replace(/^[-.]+|-+$/g, "");
  return name.slice(-80).replace(/^[-.]+/, "") || "file";
}

/** Whoever may store a record that holds such a file may upload one. */
async function mayUpload(db: Db, kind: string): Promise<void> {
  const holders = models.filter(({ fields }) => fields.some(({ type }) => type === kind));
  if (holders.length === 0) throw new ApiError("NOT_FOUND_ERROR", words.noHolder);
  const attempts = holders.flatMap((model) => [
    authorise(db, model, "create"),
    authorise(db, model, "update"),
  ]);
  const outcomes = await Promise.allSettled(attempts);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  if (refused && outcomes.every(({ status }) => status === "rejected")) throw refused.reason;
}

async function checkRoom(db: Db, size: number): Promise<void> {
  const [stored] = await db.select({ bytes: sum(uploads.size).mapWith(Number) }).from(uploads).where(eq(uploads.place, "database"));
  if ((stored?.bytes ?? 0) + size > mostInDatabase)
    throw new ApiError("PAYLOAD_TOO_LARGE", words.noRoom);
}

export const uploadRoutes = new Hono<AppEnv>()
  .post("/", async (context) => {
    const db = connect(context);
    const kind = context.req.query("kind") === "image" ? "image" : "file";
    await mayUpload(db, kind);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    if (bytes.length === 0) throw new ApiError("VALIDATION_ERROR", words.emptyFile);
    if (bytes.length > largestUpload) throw new ApiError("PAYLOAD_TOO_LARGE", words.largeFile);
    const { type, size } = sniff(bytes);
    if (kind === "image" && !isShown(type))
      throw new ApiError("VALIDATION_ERROR", words.noPicture);
    await sweepUploads(context.env, db);
    const place = context.env.FILES ? "bucket" : "database";
    if (place === "database") await checkRoom(db, bytes.length);
    const id = newId();
    const url = `/api/uploads/${id}/${safeName(context.req.query("name") ?? "")}${size ? `?size=${size.width}x${size.height}` : ""}`;
    await db.insert(uploads).values({ id, createdAt: new Date().toISOString(), url, type, size: bytes.length, place });
    try {
      await putBytes(context.env, db, id, bytes, type);
    } catch (error) {
      await db.delete(uploads).where(eq(uploads.id, id));
      throw error;
    }
    return context.json({ url, type, size: bytes.length }, 201);
  })
  .get("/:id/:name", async (context) => {
    const db = connect(context);
    const [upload] = await db.select().from(uploads).where(eq(uploads.id, context.req.param("id"))).limit(1);
    const bytes = upload && (await getBytes(context.env, db, upload.id, upload.place));
    if (!upload || !bytes) throw new ApiError("NOT_FOUND_ERROR", words.noFile);
    const name = safeName(context.req.param("name"));
    return new Response(bytes, {
      headers: {
        "Content-Type": upload.type,
        "Content-Length": String(upload.size),
        // Only pictures show in the browser, and nothing that is opened may run.
        "Content-Disposition": `${isShown(upload.type) ? "inline" : "attachment"}; filename="${name}"`,
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        // The address is never given to other bytes.
        "Cache-Control": "private, max-age=31536000, immutable",
      },
    });
  });

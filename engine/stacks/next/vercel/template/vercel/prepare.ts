// What Vercel runs before `next build`: the database gets the newest schema.
import { openDatabase } from "../src/server/db/bindings.node.ts";

if (!process.env["DATABASE_URL"]) {
  console.error(
    "DATABASE_URL is missing: Vercel keeps no files, so the records need a database. See vercel/README.md.",
  );
  process.exit(1);
}
await openDatabase({ examples: false });

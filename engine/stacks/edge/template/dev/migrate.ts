// `npm run migrate`: brings the database (DATABASE_URL, else DATA_FILE, .data/app.db) to the newest schema, as `npm start`
// does by itself.
// `npm run seed`: and fills it with the example rows of migrations/seed.sql, unless it holds records.
import { openEnvironment } from "./local.ts";
import { seed } from "./migrations.ts";

const url = process.env["DATABASE_URL"];
const file = process.env["DATA_FILE"] ?? ".data/app.db";
const { DB } = await openEnvironment({ file, examples: false });
console.log(`${url ? "The database of DATABASE_URL" : file} has the newest schema.`);
if (process.argv.includes("--seed")) {
  const isFilled = await seed(DB);
  console.log(isFilled ? "The example rows are in it." : "It holds records already, so no example rows were added.");
}

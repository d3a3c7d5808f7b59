// `npm run migrate`: brings the database (DATABASE_URL, else DATABASE_FILE, .data/app.db) to the newest schema, as the app
// does by itself when it starts.
// `npm run seed`: and fills it with the example rows of migrations/seed.sql, unless it holds records.
import { databaseFile, databaseUrl, openDatabase } from "../src/server/db/bindings.node.ts";
import { seed } from "../src/server/db/migrations.ts";

const database = await openDatabase({ examples: false });
console.log(`${databaseUrl() === "" ? databaseFile() : "The database of DATABASE_URL"} has the newest schema.`);
if (process.argv.includes("--seed")) {
  const isFilled = await seed(database);
  console.log(isFilled ? "The example rows are in it." : "It holds records already, so no example rows were added.");
}

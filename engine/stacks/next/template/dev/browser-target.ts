/** What `npm run test:browser` looks at: the Workers build, since a small server runs it with a database of its own. */
export const target = {
  built: "dist/server/index.js",
  build: "npm run build:worker",
  /** Arguments of node; its first line is the address. */
  serve: ["dev/serve-worker.ts"],
  databaseVariable: "DATABASE_FILE",
};

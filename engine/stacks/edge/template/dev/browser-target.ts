/** What `npm run test:browser` looks at. */
export const target = {
  built: "dist/client/index.html",
  build: "npm run build",
  /** Arguments of node; its first line is the address. */
  serve: ["dev/serve.ts", "--examples"],
  databaseVariable: "DATA_FILE",
};

// One `vite build` makes both halves: dist/client (static files) and dist/server/index.js (the API, one module).
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { apiServer } from "./dev/api-server.ts";

export default defineConfig({
  plugins: [react(), tailwindcss(), apiServer()],
  environments: {
    client: {
      build: {
        outDir: "dist/client",
        emptyOutDir: true,
        rolldownOptions: {
          output: {
            codeSplitting: {
              // Few files compress better than many small ones; what a page alone needs still comes with that page.
              groups: [
                { name: "react", test: /node_modules/, tags: ["$initial"], priority: 1 },
                { name: "core", tags: ["$initial"] },
              ],
            },
          },
        },
      },
    },
    server: {
      consumer: "server",
      resolve: { noExternal: true, conditions: ["workerd", "module", "import", "default"] },
      define: { "process.env.NODE_ENV": '"production"' },
      build: {
        outDir: "dist/server",
        emptyOutDir: true,
        copyPublicDir: false,
        ssr: true,
        minify: true,
        rolldownOptions: { input: "src/server/index.ts", output: { entryFileNames: "index.js", codeSplitting: false } },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      await Promise.all(
        Object.values(builder.environments)
          .filter(({ name }) => name !== "ssr")
          .map((environment) => builder.build(environment)),
      );
    },
  },
});

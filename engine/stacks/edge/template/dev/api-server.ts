// Serves /api inside Vite's dev server, from a SQLite file in .data that is made and filled at the first start.
import type { Plugin, ViteDevServer } from "vite";
import { answerWith, type Api, openEnvironment } from "./local.ts";

export function apiServer(): Plugin {
  return {
    name: "api-server",
    apply: "serve",
    configureServer(server: ViteDevServer) {
      const opened = openEnvironment({ file: ".data/app.db", examples: true });
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith("/api")) return next();
        const answer = async (): Promise<void> => {
          // Loaded anew when a file of the API changed.
          const module = await server.ssrLoadModule("/src/server/index.ts");
          await answerWith(module["default"] as Api, { ...(await opened), IS_DEVELOPMENT: true }, request, response);
        };
        answer().catch(next);
      });
    },
  };
}

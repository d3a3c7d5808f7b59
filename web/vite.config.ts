/// <reference types="node" />
import { createReadStream } from "node:fs";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { build, defineConfig, type Plugin } from "vite";

const root = dirname(fileURLToPath(import.meta.url));
const outDir = join(root, "../dist/web");
/** The running platform, for `vite` with hot reload beside `npm start`. */
const platform = process.env["NEXUSGEN_URL"] ?? "http://localhost:8787";

export default defineConfig({
  root,
  publicDir: join(root, "public"),
  plugins: [react(), tailwindcss(), apiReferenceFiles(), frameScripts(), publicPages()],
  // The editor's language tools run TypeScript in the browser, which the native compiler of the checks cannot.
  resolve: { alias: [{ find: /^typescript$/, replacement: "typescript-language" }] },
  worker: { format: "es" },
  build: {
    outDir,
    emptyOutDir: true,
    sourcemap: false,
    target: "es2023",
    // A `data:` font or image would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { "/api": { target: platform, changeOrigin: false, ws: true } },
  },
});

/** The page at /api/docs loads Swagger UI from here, since the policy allows scripts of our own origin only. */
function apiReferenceFiles(): Plugin {
  const names = ["swagger-ui-bundle.js", "swagger-ui.css"];
  const source = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  return {
    name: "api-reference-files",
    configureServer(server) {
      server.middlewares.use("/api-docs", (request, response, next) => {
        const name = names.find((candidate) => request.url?.split("?")[0] === `/${candidate}`);
        if (name === undefined) return next();
        response.setHeader("content-type", name.endsWith(".css") ? "text/css" : "text/javascript");
        createReadStream(join(source, name)).pipe(response);
      });
    },
    async writeBundle(options) {
      const target = join(options.dir ?? outDir, "api-docs");
      await mkdir(target, { recursive: true });
      await Promise.all(names.map((name) => copyFile(join(source, name), join(target, name))));
    },
  };
}

/** What runs inside the frames of previews: scripts on their own, which the gate serves from the app's origin. */
function frameScripts(): Plugin {
  const target = join(outDir, "frame");
  return {
    name: "frame-scripts",
    apply: "build",
    async closeBundle() {
      for (const name of ["bridge", "tools"]) {
        await build({
          configFile: false,
          root,
          logLevel: "error",
          publicDir: false,
          build: {
            outDir: target,
            emptyOutDir: false,
            target: "es2023",
            lib: {
              entry: join(root, `frame/${name}.ts`),
              formats: ["iife"],
              name: "nexusgenFrame",
              fileName: () => `${name}.js`,
            },
          },
        });
      }
      const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
      await copyFile(axe, join(target, "axe.js"));
    },
  };
}

/** Public pages as HTML beside the app's shell, drawn by web/prerender.tsx. */
function publicPages(): Plugin {
  const scripts: Record<string, string[]> = {};
  const fonts: string[] = [];
  return {
    name: "public-pages",
    apply: "build",
    writeBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "asset") {
          if (/\/instrument-sans-latin-standard-/.test(file.fileName)) fonts.push(file.fileName);
          continue;
        }
        const [, route] = /\/routes\/([\w-]+)\.tsx$/.exec(file.facadeModuleId ?? "") ?? [];
        if (route !== undefined) scripts[route] = [file.fileName, ...file.imports];
      }
    },
    async closeBundle() {
      // Below the repository, so that its imports find their packages.
      const made = join(root, "../dist/prerender");
      await build({
        root,
        configFile: false,
        logLevel: "error",
        plugins: [react()],
        build: {
          ssr: "prerender.tsx",
          outDir: made,
          emptyOutDir: true,
          rollupOptions: { output: { entryFileNames: "prerender.mjs" } },
        },
      });
      const { prerender } = (await import(`${pathToFileURL(join(made, "prerender.mjs"))}?${Date.now()}`)) as {
        prerender: (
          shell: string,
          built: { scripts: typeof scripts; fonts: string[] },
        ) => Promise<Record<string, string>>;
      };
      const files = await prerender(await readFile(join(outDir, "index.html"), "utf8"), { scripts, fonts });
      await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(outDir, name), text)));
      await rm(made, { recursive: true, force: true });
    },
  };
}

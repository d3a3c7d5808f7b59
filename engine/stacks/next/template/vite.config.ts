// `next build` makes the Node server. This makes the same app for Cloudflare Workers, through vinext: Next on Vite.
import { cloudflare } from "@cloudflare/vite-plugin";
import { defineConfig } from "vite";
import vinext from "vinext";

export default defineConfig({
  build: { sourcemap: false },
  plugins: [vinext(), cloudflare({ viteEnvironment: { name: "rsc", childEnvironments: ["ssr"] } })],
});

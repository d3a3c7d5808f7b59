declare module "cloudflare:workers" {
  export const env: import("../env.ts").Env;
}

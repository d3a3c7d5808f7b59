// Netlify's API on loopback, as far as deploying by file digests needs it; published sites are served at `/sites/<name>/`.
import { createHash } from "node:crypto";
import { serveRest, type RestServer } from "../serve-rest.ts";

interface Deploy {
  id: string;
  site: string;
  files: Record<string, string>;
  missing: Set<string>;
}

export interface StandInNetlify extends RestServer {
  /** What a site serves: path → text. */
  read(site: string): Record<string, string>;
  /** Every visitor of a published site gets this status. */
  answerWith(status: number): void;
}

export async function startNetlify(token: string): Promise<StandInNetlify> {
  const sites = new Map<string, { id: string; name: string; published: string | null }>();
  const deploys = new Map<string, Deploy>();
  const blobs = new Map<string, Buffer>();
  let siteStatus = 200;
  const view = ({ id, site, missing }: Deploy) => ({
    id,
    site_id: site,
    state: missing.size === 0 ? "ready" : "uploading",
    required: [...missing],
    ssl_url: `${server.url}/sites/${sites.get(site)?.name}/`,
  });
  const publishWhenWhole = (deploy: Deploy) => {
    const site = sites.get(deploy.site);
    if (site && deploy.missing.size === 0) site.published = deploy.id;
  };
  const found = (id: string | undefined) => deploys.get(id ?? "");
  const server: RestServer = await serveRest(
    {
      "GET /api/v1/user": () => ({ body: { id: "u1", full_name: "Ada L", email: "ada@example.com" } }),
      "GET /api/v1/sites": ({ query }) => ({
        body: [...sites.values()].filter(({ name }) => name.includes(query.get("name") ?? "")),
      }),
      "POST /api/v1/sites": (call) => {
        const { name = "site" } = call.json<{ name?: string }>();
        const site = { id: `site-${sites.size + 1}`, name, published: null };
        sites.set(site.id, site);
        return { status: 201, body: site };
      },
      "POST /api/v1/sites/:site/deploys": (call) => {
        const { files } = call.json<{ files: Record<string, string> }>();
        const missing = new Set(Object.values(files).filter((sha) => !blobs.has(sha)));
        const deploy = { id: `deploy-${deploys.size + 1}`, site: call.params["site"] ?? "", files, missing };
        deploys.set(deploy.id, deploy);
        publishWhenWhole(deploy);
        return { body: view(deploy) };
      },
      "GET /api/v1/deploys/:id": ({ params }) => {
        const deploy = found(params["id"]);
        return deploy ? { body: view(deploy) } : { status: 404, body: { code: 404, message: "Not Found" } };
      },
      "PUT /api/v1/deploys/:id/files/:path*": ({ params, bytes }) => {
        const deploy = found(params["id"]);
        const sha = createHash("sha1").update(bytes).digest("hex");
        if (!deploy || deploy.files[`/${params["path"]}`] !== sha)
          return { status: 422, body: { code: 422, message: "The file is not the one that was announced" } };
        blobs.set(sha, bytes);
        deploy.missing.delete(sha);
        publishWhenWhole(deploy);
        return { body: { path: `/${params["path"]}`, sha } };
      },
      "POST /api/v1/sites/:site/deploys/:id/restore": ({ params }) => {
        const [site, deploy] = [sites.get(params["site"] ?? ""), found(params["id"])];
        if (!site || !deploy) return { status: 404, body: { code: 404, message: "Not Found" } };
        site.published = deploy.id;
        return { body: view(deploy) };
      },
      "GET /sites/:name/": () => ({ status: siteStatus, body: "<h1>The app</h1>" }),
    },
    ({ path, headers }) =>
      path.startsWith("/sites/") || headers["authorization"] === `Bearer ${token}`
        ? null
        : { status: 401, body: { code: 401, message: "Access Denied" } },
  );
  return {
    ...server,
    read(name) {
      const site = [...sites.values()].find((one) => one.name === name);
      const files = deploys.get(site?.published ?? "")?.files ?? {};
      return Object.fromEntries(
        Object.entries(files).map(([path, sha]) => [path, blobs.get(sha)?.toString("utf8") ?? ""]),
      );
    },
    answerWith: (status) => void (siteStatus = status),
  };
}

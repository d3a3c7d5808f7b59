// Netlify: a deploy names every file by its SHA-1, and takes those that the site never had. Only what a browser loads goes
// there; the app's pages say openly that there is no API.
import { z } from "zod";
import { callProvider, type ProviderApi } from "../call-provider.ts";
import { checkAddress } from "../check-address.ts";
import { ShipRefusal, type DeployProvider, type ShipTools } from "../provider.ts";
import { sha1Hex } from "../sha1-hex.ts";
import { waitUntil } from "../wait-until.ts";

const siteSchema = z.object({ id: z.string(), name: z.string() });
const deploySchema = z.object({
  id: z.string(),
  state: z.string(),
  required: z.array(z.string()).nullish(),
  ssl_url: z.string().nullish(),
  error_message: z.string().nullish(),
});
const uploadsAtOnce = 6;

/** Every page of the app is drawn by its one document. */
const redirects = "/*  /index.html  200\n";

export function deployToNetlify(api: ProviderApi): DeployProvider {
  const deployOf = async (id: string, signal: AbortSignal) => {
    const found = await callProvider(api, deploySchema, { path: `/api/v1/deploys/${id}`, signal });
    if (!found) throw new ShipRefusal("Netlify no longer has this deployment.");
    return found;
  };
  return {
    async ship({ place, project, environment, version }, tools) {
      const { signal, log } = tools;
      const name = place["site"] || `${project.hostLabel}${environment === "production" ? "" : `-${environment}`}`;
      const site = await findOrMakeSite(api, name, signal);
      const files = new Map<string, Uint8Array>(await tools.assets());
      files.set("/_redirects", new TextEncoder().encode(redirects));
      const digests = await Promise.all([...files].map(async ([path, bytes]) => [path, await sha1Hex(bytes)] as const));
      const deploy = await callProvider(api, deploySchema, {
        method: "POST",
        path: `/api/v1/sites/${site.id}/deploys`,
        body: { files: Object.fromEntries(digests), title: `Version ${version.number}: ${version.message}` },
        signal,
      });
      if (!deploy) throw new ShipRefusal("Netlify no longer has this site.");
      await upload(api, deploy, files, digests, tools);
      const ready = await waitUntil(
        () => deployOf(deploy.id, signal),
        ({ state }) => state === "ready" || state === "error",
        signal,
      );
      if (ready.state === "error") throw new ShipRefusal(`Netlify: ${ready.error_message ?? "the deploy failed"}`);
      log("info", `Netlify serves it as ${site.name}.`);
      return { url: ready.ssl_url ?? `https://${site.name}.netlify.app`, externalId: `${site.id}/${deploy.id}` };
    },
    check: (_shipment, { url }, { signal }) => checkAddress(url, signal),
    async restore({ externalId }, _shipment, { signal }) {
      const [site, deploy] = (externalId ?? "").split("/");
      const path = `/api/v1/sites/${site}/deploys/${deploy}/restore`;
      const restored = await callProvider(api, z.unknown(), { method: "POST", path, signal });
      if (restored === null) throw new ShipRefusal("Netlify no longer has that deployment.");
    },
  };
}

async function findOrMakeSite(
  api: ProviderApi,
  name: string,
  signal: AbortSignal,
): Promise<z.infer<typeof siteSchema>> {
  const query = { name, filter: "all" };
  const found = await callProvider(api, z.array(siteSchema), { path: "/api/v1/sites", query, signal });
  const known = found?.find((site) => site.name === name);
  if (known) return known;
  const made = await callProvider(api, siteSchema, { method: "POST", path: "/api/v1/sites", body: { name }, signal });
  if (!made) throw new ShipRefusal("Netlify made no site.");
  return made;
}

async function upload(
  api: ProviderApi,
  deploy: z.infer<typeof deploySchema>,
  files: ReadonlyMap<string, Uint8Array>,
  digests: readonly (readonly [string, string])[],
  { log, signal }: ShipTools,
): Promise<void> {
  const wanted = new Set(deploy.required ?? []);
  // Two files with the same bytes are asked for once.
  const paths = [
    ...new Map(digests.filter(([, digest]) => wanted.has(digest)).map(([path, digest]) => [digest, path])).values(),
  ];
  log("info", `${paths.length} of ${files.size} files are new to Netlify.`);
  for (let start = 0; start < paths.length; start += uploadsAtOnce)
    await Promise.all(
      paths.slice(start, start + uploadsAtOnce).map((path) =>
        callProvider(api, z.unknown(), {
          method: "PUT",
          path: `/api/v1/deploys/${deploy.id}/files${path.split("/").map(encodeURIComponent).join("/")}`,
          body: files.get(path),
          signal,
        }),
      ),
    );
}

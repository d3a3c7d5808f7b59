// Vercel: files are stored by their SHA-1, a deployment names them, and Vercel builds the project as its export does. The
// deployment gets the environment's variables, and so does every later one of the project.
import { z } from "zod";
import { callProvider, type ProviderApi } from "../call-provider.ts";
import { checkAddress } from "../check-address.ts";
import { ShipRefusal, type DeployProvider, type Shipment } from "../provider.ts";
import { sha1Hex } from "../sha1-hex.ts";
import { waitUntil } from "../wait-until.ts";

const deploymentSchema = z.object({
  id: z.string(),
  url: z.string(),
  readyState: z.string(),
  projectId: z.string().optional(),
  alias: z.array(z.string()).nullish(),
  errorMessage: z.string().nullish(),
});
const uploadsAtOnce = 6;
const ended = new Set(["READY", "ERROR", "CANCELED"]);

/** `extra`: what makes the source a project of Vercel's. `teamId`: empty for a personal account. */
export function deployToVercel(
  api: ProviderApi,
  {
    teamId,
    extra,
  }: { teamId: string | undefined; extra: (stack: Shipment["project"]["stack"]) => ReadonlyMap<string, string> },
): DeployProvider {
  const query = { teamId };
  const call = async <T>(schema: z.ZodType<T>, options: Parameters<typeof callProvider>[2]): Promise<T> => {
    const answer = await callProvider(api, schema, { ...options, query: { ...query, ...options.query } });
    if (answer === null) throw new ShipRefusal("Vercel does not know this project, team or deployment.");
    return answer;
  };
  return {
    async ship({ place, project, environment, version, variables }, { source, signal, log, enter }) {
      const name = place["project"] || project.slug;
      const target = environment === "production" ? "production" : "preview";
      const files = new Map<string, Uint8Array>(await source());
      for (const [path, text] of extra(project.stack))
        if (!files.has(path)) files.set(path, new TextEncoder().encode(text));
      const named = await Promise.all(
        [...files].map(async ([file, bytes]) => ({ file, sha: await sha1Hex(bytes), size: bytes.byteLength, bytes })),
      );
      log("info", `Sending ${named.length} files to Vercel.`);
      for (let start = 0; start < named.length; start += uploadsAtOnce)
        await Promise.all(
          named.slice(start, start + uploadsAtOnce).map(({ sha, bytes }) =>
            call(z.unknown(), {
              method: "POST",
              path: "/v2/files",
              body: bytes,
              headers: { "x-vercel-digest": sha },
              signal,
            }),
          ),
        );
      const made = await callProvider(api, z.unknown(), {
        path: `/v9/projects/${encodeURIComponent(name)}`,
        query,
        signal,
      });
      if (made === null) await call(z.unknown(), { method: "POST", path: "/v11/projects", body: { name }, signal });
      const entries = Object.entries(variables).map(([key, value]) => ({
        key,
        value,
        type: "encrypted",
        target: [target],
      }));
      if (entries.length > 0)
        await call(z.unknown(), {
          method: "POST",
          path: `/v10/projects/${encodeURIComponent(name)}/env`,
          query: { upsert: "true" },
          body: entries,
          signal,
        });
      const begun = await call(deploymentSchema, {
        method: "POST",
        path: "/v13/deployments",
        query: { skipAutoDetectionConfirmation: "1" },
        body: {
          name,
          project: name,
          files: named.map(({ file, sha, size }) => ({ file, sha, size })),
          ...(target === "production" && { target }),
          meta: { nexusgenVersion: String(version.number) },
        },
        signal,
      });
      await enter("building");
      log("info", "Vercel builds it.");
      const path = `/v13/deployments/${begun.id}`;
      const done = await waitUntil(
        () => call(deploymentSchema, { path, signal }),
        ({ readyState }) => ended.has(readyState),
        signal,
      );
      if (done.readyState !== "READY")
        throw new ShipRefusal(
          `Vercel’s build ended as ${done.readyState.toLowerCase()}: ${done.errorMessage ?? "see its log there"}`,
        );
      await enter("deploying");
      const host = (target === "production" && done.alias?.[0]) || done.url;
      return { url: `https://${host}`, externalId: `${done.projectId ?? name}/${done.id}` };
    },
    check: (_shipment, { url }, { signal }) => checkAddress(url, signal),
    async restore({ externalId }, _shipment, { signal }) {
      const [projectId, deployment] = (externalId ?? "").split("/");
      await call(z.unknown(), {
        method: "POST",
        path: `/v10/projects/${projectId}/promote/${deployment}`,
        body: {},
        signal,
      });
    },
  };
}

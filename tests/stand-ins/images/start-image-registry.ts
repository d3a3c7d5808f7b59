// A container registry on loopback (OCI distribution): tokens by challenge, uploads in one piece, manifests that name only
// what is there. Blobs are handed out by a redirect, as registries with a store elsewhere do.
import { createHash, randomUUID } from "node:crypto";
import { serveRest, type RestAnswer, type RestServer } from "../serve-rest.ts";

export interface StandInRegistry extends RestServer {
  /** `repository@digest` → bytes. */
  blobs: Map<string, Buffer>;
  /** `repository:reference` → manifest. */
  manifests: Map<string, { type: string; text: string }>;
}

interface Named {
  config?: { digest: string };
  layers?: { digest: string }[];
  manifests?: { digest: string }[];
}

const digestOf = (bytes: Buffer | string) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
const refuse = (status: number, code: string): RestAnswer => ({ status, body: { errors: [{ code, message: code }] } });

/** `account`: who may push; everybody may pull. */
export async function startImageRegistry(account: { user: string; secret: string }): Promise<StandInRegistry> {
  const blobs = new Map<string, Buffer>();
  const manifests = new Map<string, { type: string; text: string }>();
  const basic = `Basic ${Buffer.from(`${account.user}:${account.secret}`).toString("base64")}`;
  /** Token → scope. */
  const tokens = new Map<string, string>();
  const uploads = new Set<string>();
  const server: RestServer = await serveRest(
    {
      "GET /token": ({ query, headers }) => {
        const scope = query.get("scope") ?? "";
        const { authorization } = headers;
        if (authorization !== undefined && authorization !== basic) return refuse(401, "UNAUTHORIZED");
        const token = randomUUID();
        // A stranger gets a token too, which does for pulling.
        tokens.set(token, authorization === basic ? scope : scope.replace("pull,push", "pull"));
        return { body: { token } };
      },
      "GET /v2/": () => ({ body: {} }),
      "HEAD /v2/:repo*/blobs/:digest": ({ params }) =>
        blobs.has(`${params["repo"]}@${params["digest"]}`) ? {} : { status: 404 },
      "GET /v2/:repo*/blobs/:digest": ({ params }) => ({
        status: 307,
        headers: { location: `/store/${params["repo"]}/${params["digest"]}` },
      }),
      "GET /store/:repo*/:digest": ({ params, headers }) => {
        if (headers["authorization"] !== undefined) return refuse(400, "TOLD_THE_ACCOUNT");
        const bytes = blobs.get(`${params["repo"]}@${params["digest"]}`);
        return bytes ? { body: bytes, headers: { "content-type": "application/octet-stream" } } : { status: 404 };
      },
      "POST /v2/:repo*/blobs/uploads/": ({ params }) => {
        const id = randomUUID();
        uploads.add(id);
        return { status: 202, headers: { location: `/v2/${params["repo"]}/blobs/uploads/${id}?state=x` } };
      },
      "PUT /v2/:repo*/blobs/uploads/:id": ({ params, query, bytes, headers }) => {
        if (!uploads.delete(params["id"] ?? "")) return refuse(404, "BLOB_UPLOAD_UNKNOWN");
        if (Number(headers["content-length"]) !== bytes.byteLength) return refuse(400, "SIZE_INVALID");
        const digest = query.get("digest") ?? "";
        if (digestOf(bytes) !== digest) return refuse(400, "DIGEST_INVALID");
        blobs.set(`${params["repo"]}@${digest}`, bytes);
        return { status: 201, headers: { location: `/v2/${params["repo"]}/blobs/${digest}` } };
      },
      "GET /v2/:repo*/manifests/:reference": ({ params }) => {
        const found = manifests.get(`${params["repo"]}:${params["reference"]}`);
        return found ? { body: found.text, headers: { "content-type": found.type } } : refuse(404, "MANIFEST_UNKNOWN");
      },
      "PUT /v2/:repo*/manifests/:reference": ({ params, bytes, headers }) => {
        const { repo = "", reference = "" } = params;
        const text = bytes.toString("utf8");
        const named = JSON.parse(text) as Named;
        const own = [...(named.layers ?? []), ...(named.config ? [named.config] : [])];
        if (own.some(({ digest }) => !blobs.has(`${repo}@${digest}`))) return refuse(400, "MANIFEST_BLOB_UNKNOWN");
        if ((named.manifests ?? []).some(({ digest }) => !manifests.has(`${repo}:${digest}`)))
          return refuse(400, "MANIFEST_UNKNOWN");
        const manifest = { type: headers["content-type"] ?? "", text };
        if (reference.startsWith("sha256:") && reference !== digestOf(bytes)) return refuse(400, "DIGEST_INVALID");
        manifests.set(`${repo}:${reference}`, manifest);
        manifests.set(`${repo}:${digestOf(bytes)}`, manifest);
        return { status: 201 };
      },
    },
    ({ method, path, headers }) => {
      if (!path.startsWith("/v2/")) return null;
      const scope = tokens.get(headers["authorization"]?.replace("Bearer ", "") ?? "");
      const [, repository = ""] = /^\/v2\/(.+)\/(?:blobs|manifests)\//.exec(path) ?? [];
      const needed = method === "GET" || method === "HEAD" ? "pull" : "push";
      if (scope !== undefined && (repository === "" || new RegExp(`^repository:${repository}:.*${needed}`).test(scope)))
        return null;
      const realm = `Bearer realm="${server.url}/token",service="stand-in"`;
      return { ...refuse(401, "UNAUTHORIZED"), headers: { "www-authenticate": realm } };
    },
  );
  return { ...server, blobs, manifests };
}

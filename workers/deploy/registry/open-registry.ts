// A container registry over the OCI distribution API: what it has is asked first, blobs are streamed, a token is fetched
// when it asks for one (as Docker's own registries do), and sent again with every call.
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { z } from "zod";
import { findHostProblem, type HostRule } from "../../network/host-rule.ts";
import { ShipRefusal } from "../provider.ts";

export interface RegistryAccount {
  /** `https://ghcr.io`, without a path. */
  url: string;
  user: string;
  secret: string;
  hosts: HostRule;
}

export interface Registry {
  /** Throws a ShipRefusal where the account is not accepted. */
  ping(): Promise<void>;
  /** False where it lacks it. */
  hasBlob(repository: string, digest: string): Promise<boolean>;
  openBlob(repository: string, digest: string): Promise<ReadableStream<Uint8Array>>;
  putBlob(repository: string, blob: Blob): Promise<void>;
  /** Its bytes: the digest is theirs. Null where there is none. */
  manifest(repository: string, reference: string): Promise<Manifest | null>;
  putManifest(repository: string, reference: string, manifest: Manifest): Promise<void>;
}

export interface Blob {
  digest: string;
  size: number;
  open(): Promise<ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>>;
}

export interface Manifest {
  type: string;
  text: string;
}

export const digestOf = (bytes: Uint8Array | string): string =>
  `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

const tokenSchema = z.object({ token: z.string().optional(), access_token: z.string().optional() });
const answerWithinMs = 240_000;
const mostRedirects = 3;
const manifestTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

/** `signal`: aborts what is under way. */
export function openRegistry({ url, user, secret, hosts }: RegistryAccount, signal?: AbortSignal): Registry {
  /** Scope → the header that it is asked with. */
  const granted = new Map<string, string>();
  const allow = (address: URL | null): URL => {
    const problem = findHostProblem(address, hosts);
    if (problem !== null || address === null) throw new ShipRefusal(problem ?? "This is no address.");
    return address;
  };
  const own = allow(URL.parse(url));
  const basic = secret === "" ? null : `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`;
  const send = (address: URL, init: RequestInit): Promise<Response> => {
    const late = AbortSignal.timeout(answerWithinMs);
    // `duplex`: Node wants to be told that a stream is sent.
    const streams = init.body instanceof ReadableStream ? { duplex: "half" } : {};
    const ends = signal ? AbortSignal.any([signal, late]) : late;
    return fetch(address, { ...init, ...streams, redirect: "manual", signal: ends } as RequestInit);
  };

  /** Where a registry keeps its blobs elsewhere; the account is not told there, and every step is looked at. */
  async function follow(response: Response): Promise<Response> {
    let last = response;
    for (let step = 0; step < mostRedirects; step += 1) {
      const location = last.headers.get("location");
      if (last.status < 300 || last.status >= 400 || location === null) break;
      // Each step leads to the next.
      // oxlint-disable-next-line no-await-in-loop
      last = await send(allow(new URL(location, last.url || own)), {});
    }
    return last;
  }

  /** As the registry's challenge says; RFC 6750's form. */
  async function grant(challenge: string, scope: string): Promise<string> {
    if (/^basic/i.test(challenge) && basic !== null) return basic;
    const parts = Object.fromEntries(
      [...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    );
    const realm = allow(URL.parse(parts["realm"] ?? ""));
    if (parts["service"]) realm.searchParams.set("service", parts["service"]);
    if (scope !== "") realm.searchParams.set("scope", scope);
    const response = await send(realm, basic === null ? {} : { headers: { authorization: basic } });
    if (!response.ok) throw new ShipRefusal(notAccepted);
    const { token, access_token } = tokenSchema.parse(await response.json());
    return `Bearer ${token ?? access_token ?? ""}`;
  }

  async function call(
    repository: string,
    path: string | URL,
    { scope = "pull", body, ...init }: Omit<RequestInit, "body"> & { scope?: string; body?: () => Promise<Body> } = {},
  ): Promise<Response> {
    const address = allow(typeof path === "string" ? new URL(`/v2/${repository}/${path}`, own) : path);
    const wanted = repository === "" ? "" : `repository:${repository}:${scope}`;
    for (const isLast of [false, true]) {
      const authorization = granted.get(wanted);
      const headers = { ...(init.headers as Record<string, string>), ...(authorization && { authorization }) };
      // A refused call has used up its body, so it is opened again.
      // oxlint-disable-next-line no-await-in-loop
      const response = await send(address, { ...init, headers, ...(body && { body: await body() }) });
      if (response.status !== 401) return response;
      // oxlint-disable-next-line no-await-in-loop
      await response.body?.cancel();
      if (isLast) break;
      // oxlint-disable-next-line no-await-in-loop
      granted.set(wanted, await grant(response.headers.get("www-authenticate") ?? "", wanted));
    }
    throw new ShipRefusal(notAccepted);
  }

  const push = "pull,push";
  return {
    async ping() {
      const response = await call("", new URL("/v2/", own));
      if (!response.ok) throw await failure("a greeting", response);
      await response.body?.cancel();
    },
    async hasBlob(repository, digest) {
      const response = await call(repository, `blobs/${digest}`, { method: "HEAD", scope: push });
      return response.ok;
    },
    async openBlob(repository, digest) {
      const response = await follow(await call(repository, `blobs/${digest}`));
      if (!response.ok || response.body === null) throw await failure("a layer of the base image", response);
      return response.body;
    },
    async putBlob(repository, { digest, size, open }) {
      const begun = await call(repository, "blobs/uploads/", { method: "POST", scope: push });
      const location = begun.headers.get("location");
      if (begun.status !== 202 || location === null) throw await failure("an upload", begun);
      const address = new URL(location, own);
      address.searchParams.set("digest", digest);
      const response = await call(repository, address, {
        method: "PUT",
        scope: push,
        headers: { "content-type": "application/octet-stream", "content-length": String(size) },
        body: async () => asBody(await open(), size),
      });
      if (response.status !== 201) throw await failure("an upload", response);
      await response.body?.cancel();
    },
    async manifest(repository, reference) {
      const response = await call(repository, `manifests/${reference}`, { headers: { accept: manifestTypes } });
      if (response.status === 404) return null;
      if (!response.ok) throw await failure("a manifest", response);
      return { type: response.headers.get("content-type") ?? "", text: await response.text() };
    },
    async putManifest(repository, reference, { type, text }) {
      const response = await call(repository, `manifests/${reference}`, {
        method: "PUT",
        scope: push,
        headers: { "content-type": type },
        body: async () => text,
      });
      if (response.status !== 201) throw await failure("the image", response);
      await response.body?.cancel();
    },
  };
}

const notAccepted =
  "The registry does not accept the account, or the account may not do this. It needs a token that may write packages.";

async function failure(what: string, response: Response): Promise<Error> {
  const text = (await response.text()).slice(0, 300);
  const { status } = response;
  if (status === 429 || status >= 500) return new Error(`The registry answered ${what} with status ${status}.`);
  return new ShipRefusal(`The registry refused ${what} with status ${status}. ${text}`.trim());
}

type Body = NonNullable<RequestInit["body"]>;
/** Of Workers: what is sent through it has a `content-length`. Node takes the header as it was given. */
type FixedStream = new (size: number) => TransformStream<Uint8Array, Uint8Array>;

/** A stream of a length that is known beforehand, since registries take no other. */
function asBody(content: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>, size: number): Body {
  if (content instanceof Uint8Array) return content;
  const { FixedLengthStream: Fixed } = globalThis as { FixedLengthStream?: FixedStream };
  if (Fixed === undefined) return content;
  const { readable, writable } = new Fixed(size);
  // An upload that breaks off tells its own reader.
  content.pipeTo(writable).catch(() => undefined);
  return readable;
}

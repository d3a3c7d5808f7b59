// That images are assembled in a Worker: its streams, its zlib. What is pushed is tested against a registry in tests/stand-ins.
import { afterEach, expect, it, vi } from "vitest";
import { deployToRegistry } from "../providers/registry.ts";
import type { Shipment, ShipTools } from "../provider.ts";
import { digestOf } from "./open-registry.ts";

const shipment: Shipment = {
  deploymentId: "dep_1",
  environment: "staging",
  project: { id: "prj_1", name: "Shop", slug: "shop", hostLabel: "shop-abc", stack: "edge" },
  version: { id: "ver_1", number: 1, message: "One", artefactSha: "0" },
  variables: {},
  variablesId: null,
  place: { repository: "tools/shop" },
};
const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const tools: ShipTools = {
  assets: async () => new Map([["/index.html", bytes("<h1>one</h1>")]]),
  source: async () => new Map([["package.json", bytes("{}")]]),
  server: async () => ({ main: "index.js", modules: new Map([["index.js", bytes("1")]]), migrations: [] }),
  signal: new AbortController().signal,
  log: () => {},
  enter: async () => {},
};

afterEach(() => {
  vi.unstubAllGlobals();
});

it("streams the base's layers on, packs the app's, and tags the image", async () => {
  const baseLayer = "the base layer";
  const baseConfig = JSON.stringify({ rootfs: { type: "layers", diff_ids: ["sha256:x"] } });
  const one = (text: string) => ({ mediaType: "m", digest: digestOf(text), size: text.length });
  const baseManifest = JSON.stringify({ config: one(baseConfig), layers: [one(baseLayer)] });
  const base: Record<string, string> = {
    "manifests/24-slim": JSON.stringify({
      manifests: [{ ...one(baseManifest), platform: { os: "linux", architecture: "amd64" } }],
    }),
    [`manifests/${digestOf(baseManifest)}`]: baseManifest,
    [`blobs/${digestOf(baseConfig)}`]: baseConfig,
    [`blobs/${digestOf(baseLayer)}`]: baseLayer,
  };
  const pushed = new Map<string, Uint8Array>();
  const wrong: string[] = [];
  vi.stubGlobal("fetch", async (input: URL, init?: RequestInit) => {
    const request = new Request(input, init);
    if (input.host === "hub.test") {
      const found = base[input.pathname.replace("/v2/library/node/", "")];
      return found === undefined ? new Response(null, { status: 404 }) : new Response(found);
    }
    const path = input.pathname.replace("/v2/tools/shop/", "");
    if (request.method === "HEAD") return new Response(null, { status: 404 });
    if (request.method === "POST") return new Response(null, { status: 202, headers: { location: "uploads/1" } });
    const sent = new Uint8Array(await request.arrayBuffer());
    const digest = input.searchParams.get("digest");
    if (digest !== null && digest !== digestOf(sent)) wrong.push(digest);
    pushed.set(digest ?? path, sent);
    return new Response(null, { status: 201 });
  });
  const account = { url: "https://own.test", user: "ada", secret: "token", hosts: "any" as const };
  const shipped = await deployToRegistry(account, { url: "https://hub.test", hosts: "any" }).ship(shipment, tools);
  expect(shipped.url).toBe("own.test/tools/shop:v1");
  expect(wrong).toEqual([]);
  expect(new TextDecoder().decode(pushed.get(digestOf(baseLayer)))).toBe(baseLayer);
  expect(pushed.get("manifests/staging")).toEqual(pushed.get("manifests/v1"));
  expect(digestOf(pushed.get("manifests/v1") ?? "")).toBe(shipped.externalId);
});

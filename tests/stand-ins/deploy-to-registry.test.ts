// Images that are assembled without an engine, against a registry that checks every digest.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ShipRefusal, type Shipment, type ShipTools } from "../../workers/deploy/provider.ts";
import { deployToRegistry, nodeImage } from "../../workers/deploy/providers/registry.ts";
import { digestOf } from "../../workers/deploy/registry/open-registry.ts";
import { writeTar } from "../../workers/deploy/registry/write-tar.ts";
import { startImageRegistry, type StandInRegistry } from "./images/start-image-registry.ts";

const account = { user: "ada", secret: "token" };
const shipment: Shipment = {
  deploymentId: "dep_1",
  environment: "production",
  project: { id: "prj_1", name: "Shop", slug: "shop", hostLabel: "shop-abc", stack: "edge" },
  version: { id: "ver_1", number: 3, message: "Add products", artefactSha: "0" },
  variables: { API_KEY: "not in an image" },
  variablesId: null,
  place: {},
};
let hub: StandInRegistry;
let own: StandInRegistry;
let log: string[];

const bytesOf = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([path, text]) => [path, new Uint8Array(new TextEncoder().encode(text))]));

function tools(page: string): ShipTools {
  return {
    source: async () =>
      bytesOf({
        "package.json": "{}",
        "dev/serve.ts": "serve()",
        "migrations/0001_init.sql": "CREATE TABLE a (b);",
        "src/app.ts": "not copied",
        "package-lock.json": "not copied",
      }),
    assets: async () => bytesOf({ "/index.html": page }),
    server: async () => ({ main: "index.js", modules: bytesOf({ "index.js": "export default {}" }), migrations: [] }),
    signal: new AbortController().signal,
    log: (_level, text) => void log.push(text),
    enter: async () => {},
  };
}

/** An image of two platforms and one that nobody asked for, in Docker's own types. */
function fillHub(): void {
  const put = (bytes: Buffer) => {
    hub.blobs.set(`library/node@${digestOf(bytes)}`, bytes);
    return { digest: digestOf(bytes), size: bytes.byteLength };
  };
  const docker = "application/vnd.docker.distribution";
  const manifests = ["amd64", "arm64", "s390x"].map((architecture) => {
    const layer = gzipSync(`base of ${architecture}`);
    const config = put(
      Buffer.from(
        JSON.stringify({
          architecture,
          os: "linux",
          config: { Env: ["PATH=/usr/bin", "NODE_ENV=test"], Entrypoint: ["docker-entrypoint.sh"] },
          rootfs: { type: "layers", diff_ids: [digestOf(gunzipSync(layer))] },
          history: [{ created_by: "base" }],
        }),
      ),
    );
    const text = JSON.stringify({
      schemaVersion: 2,
      config: { mediaType: "application/vnd.docker.container.image.v1+json", ...config },
      layers: [{ mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip", ...put(layer) }],
    });
    const type = `${docker}.manifest.v2+json`;
    hub.manifests.set(`library/node:${digestOf(text)}`, { type, text });
    return { mediaType: type, digest: digestOf(text), size: text.length, platform: { os: "linux", architecture } };
  });
  const text = JSON.stringify({ schemaVersion: 2, manifests });
  hub.manifests.set("library/node:24-slim", { type: `${docker}.manifest.list.v2+json`, text });
}

beforeAll(async () => {
  [hub, own] = await Promise.all([startImageRegistry({ user: "nobody", secret: "x" }), startImageRegistry(account)]);
  fillHub();
});
afterAll(() => Promise.all([hub.close(), own.close()]));
beforeEach(() => {
  log = [];
});

const open = (secret = account.secret) =>
  deployToRegistry({ url: own.url, user: "ada", secret, hosts: "loopback" }, { url: hub.url, hosts: "loopback" });
const parsed = (reference: string) => JSON.parse(own.manifests.get(`ada/shop:${reference}`)?.text ?? "{}");
const blob = (digest: string) => own.blobs.get(`ada/shop@${digest}`) ?? Buffer.alloc(0);

describe("a registry", () => {
  it("gets an image for both platforms: the base's layers, the app's above them, and how it is started", async () => {
    const first = await open().ship(shipment, tools("<h1>one</h1>"));
    expect(first.url).toBe(`${new URL(own.url).host}/ada/shop:v3`);
    expect(await open().check(shipment, first, tools(""))).toBeNull();
    const index = parsed("v3");
    expect(parsed("production")).toEqual(index);
    expect(
      index.manifests.map(({ platform }: { platform: { architecture: string } }) => platform.architecture),
    ).toEqual(["amd64", "arm64"]);
    const image = parsed(index.manifests[1].digest);
    expect(image.layers).toHaveLength(2);
    expect(gunzipSync(blob(image.layers[0].digest)).toString()).toBe("base of arm64");
    const config = JSON.parse(blob(image.config.digest).toString());
    expect(config).toMatchObject({
      architecture: "arm64",
      config: {
        Entrypoint: ["docker-entrypoint.sh"],
        Env: ["PATH=/usr/bin", "NODE_ENV=production", "HOST=0.0.0.0", "PORT=3000", "DATA_FILE=/data/app.db"],
        User: "node",
        WorkingDir: "/app",
        Cmd: ["node", "dev/serve.ts"],
        Volumes: { "/data": {} },
      },
      history: [{ created_by: "base" }, { created_by: "NexusGen: the built app" }],
    });
    const layer = blob(image.layers[1].digest);
    expect(config.rootfs.diff_ids[1]).toBe(digestOf(gunzipSync(layer)));
    expect(JSON.stringify(config)).not.toContain("API_KEY");
    const listed = execFileSync("tar", ["--list", "--gzip", "--verbose", "--numeric-owner"], {
      input: layer,
    }).toString();
    const lines = listed
      .trim()
      .split("\n")
      .map((line) => line.split(/\s+/));
    expect(lines.map(([mode, owner, , , , path]) => `${mode} ${owner} ${path}`)).toEqual([
      "drwxr-xr-x 0/0 app/",
      "drwxr-xr-x 0/0 app/dev/",
      "-rw-r--r-- 0/0 app/dev/serve.ts",
      "drwxr-xr-x 0/0 app/dist/",
      "drwxr-xr-x 0/0 app/dist/client/",
      "-rw-r--r-- 0/0 app/dist/client/index.html",
      "drwxr-xr-x 0/0 app/dist/server/",
      "-rw-r--r-- 0/0 app/dist/server/index.js",
      "drwxr-xr-x 0/0 app/migrations/",
      "-rw-r--r-- 0/0 app/migrations/0001_init.sql",
      "-rw-r--r-- 0/0 app/package.json",
      "drwxr-xr-x 1000/1000 data/",
    ]);
  });

  it("gets only what it lacks, and goes back by moving the environment's tag", async () => {
    const first = await open().ship(shipment, tools("<h1>one</h1>"));
    expect(log.filter((line) => line.startsWith("Sending"))).toEqual([]);
    const next = { ...shipment, version: { ...shipment.version, number: 4 } };
    await open().ship(next, tools("<h1>two</h1>"));
    expect(log.filter((line) => line.startsWith("Sending"))).toEqual(["Sending the app’s layer, 0.1 MB."]);
    expect(await open().check(shipment, first, tools(""))).toMatchObject({ category: "network" });
    await open().restore?.(first, shipment, tools(""));
    expect(parsed("production")).toEqual(parsed("v3"));
    expect(await open().check(shipment, first, tools(""))).toBeNull();
    expect(parsed("v4")).not.toEqual(parsed("v3"));
  });

  it("is refused with a reason: another account, a stack that takes its own build, an image that is gone", async () => {
    await expect(open("guessed").ship(shipment, tools(""))).rejects.toThrow("does not accept the account");
    const next = { ...shipment, project: { ...shipment.project, stack: "next" as const } };
    await expect(open().ship(next, tools(""))).rejects.toThrow("Export → Docker");
    const gone = open().restore?.({ url: "x", externalId: `sha256:${"0".repeat(64)}` }, shipment, tools(""));
    await expect(gone).rejects.toBeInstanceOf(ShipRefusal);
    const inside = deployToRegistry(
      { ...account, url: "https://10.0.0.1", hosts: "public" },
      { url: hub.url, hosts: "any" },
    );
    await expect(inside.ship(shipment, tools(""))).rejects.toThrow("not on the public internet");
  });
});

it("says of the image what the Dockerfile of the edge stack says", () => {
  const text = readFileSync(join(import.meta.dirname, "../../engine/stacks/edge/template/Dockerfile"), "utf8");
  const [, runs = ""] = text.split("\nFROM ").slice(-2).join("\nFROM ").split("\n\n# The server");
  const { base, env, workingDir, user, port, volume, command, healthcheck, copies } = nodeImage;
  const { repository, reference } = base;
  for (const line of [
    `FROM ${repository.replace("library/", "")}:${reference}`,
    `ENV ${Object.entries(env)
      .map(([name, value]) => `${name}=${value}`)
      .join(" ")}`,
    `WORKDIR ${workingDir}`,
    `USER ${user}`,
    `EXPOSE ${port}`,
    `VOLUME ${volume}`,
    `CMD ${JSON.stringify(command).replaceAll(",", ", ")}`,
    ...copies.map((path) => `COPY --from=build /app/${path.replace(/\/$/, "")} ./`),
    "COPY --from=build /app/dist ./dist",
  ])
    expect(runs).toContain(line);
  for (const part of healthcheck) expect(runs).toContain(JSON.stringify(part));
});

it("archives long paths in the room that the form has, and refuses longer ones", () => {
  const path = `app/${"folder/".repeat(15)}a-file-with-a-name.ts`;
  const tar = writeTar([{ path, bytes: new Uint8Array([65]), owner: 0 }]);
  expect(execFileSync("tar", ["--list"], { input: tar }).toString().trim()).toBe(path);
  expect(execFileSync("tar", ["--extract", "--to-stdout"], { input: tar }).toString()).toBe("A");
  expect(() => writeTar([{ path: "a".repeat(101), bytes: null, owner: 0 }])).toThrow("too long");
});

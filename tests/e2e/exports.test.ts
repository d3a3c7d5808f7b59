// What people take home works without the platform: the source installs, passes its own checks, builds and serves; the
// static files show the app. Slow: about a minute, most of it `npm ci` from the registry.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, extname, join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chromiumPath, launchChromium } from "../platform/browser.ts";
import { Client } from "../platform/client.ts";
import { startLibsql } from "../stand-ins/libsql/start-libsql.ts";
import { serveOutput } from "../stand-ins/vercel/serve-output.ts";

const run = promisify(execFile);
const platform = inject("sharedPlatform");
let client: Client;
let projectId: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nexusgen-exports-"));
  client = await Client.register(platform.url);
  projectId = (await client.createProject("Stock")).id;
  const { id } = await client.generate(projectId, "An inventory tracker with products and suppliers");
  expect(await client.waitFor(id, ["complete"])).toMatchObject({ status: "complete" });
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Unzips an export into a clean folder. */
async function takeHome(format: string): Promise<string> {
  const response = await fetch(`${platform.url}/api/v1/projects/${projectId}/export?format=${format}`, {
    headers: { authorization: `Bearer ${client.token}` },
  });
  expect(response.status).toBe(200);
  const home = join(folder, format);
  for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())))) {
    await mkdir(dirname(join(home, path)), { recursive: true });
    await writeFile(join(home, path), bytes);
  }
  return home;
}

/** As in a shell of a person with this Node, who has nothing of ours set. */
const environment = {
  HOME: process.env["HOME"],
  PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^(npm_config_|HTTPS?_PROXY|NODE_EXTRA)/i.test(name)),
  ),
};

/** The address a started server prints. */
async function addressOf(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error("The server's output is not read.");
  for await (const line of createInterface({ input: server.stdout })) if (line.startsWith("http")) return line;
  throw new Error("The server ended before it said its address.");
}

describe("the source", () => {
  it("installs, checks, tests, builds and serves in a clean folder", async () => {
    const cwd = await takeHome("source");
    const npm = (...words: string[]) => run("npm", words, { cwd, env: environment, maxBuffer: 64 * 1024 * 1024 });
    await npm("ci", "--ignore-scripts");
    await npm("run", "check");
    await npm("test");
    await npm("run", "build");
    await npm("run", "seed");
    const server = spawn(process.execPath, ["dev/serve.ts"], {
      cwd,
      env: { ...environment, PORT: "0" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const origin = await addressOf(server);
      const page = await fetch(`${origin}/products`);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
      expect(await page.text()).toContain('<div id="root">');
      const call = async (method: string, path: string, body?: unknown) => {
        const headers = { "content-type": "application/json" };
        const sent = body === undefined ? {} : { headers, body: JSON.stringify(body) };
        const answer = await fetch(`${origin}/api${path}`, { method, ...sent });
        return { status: answer.status, body: answer.status === 204 ? null : ((await answer.json()) as never) };
      };
      const product = { name: "Zebrano plank", sku: "ZEB-9", price: 12.5, stockQuantity: 4, reorderLevel: 6 };
      const created: { status: number; body: { id: string } | null } = await call("POST", "/products", product);
      expect(created).toMatchObject({ status: 201, body: product });
      const path = `/products/${created.body?.id}`;
      expect(await call("PATCH", path, { price: 13 })).toMatchObject({ status: 200, body: { price: 13 } });
      expect(await call("GET", "/products?q=Zebrano")).toMatchObject({
        body: { items: [{ sku: "ZEB-9", price: 13 }] },
      });
      expect(await call("DELETE", path)).toMatchObject({ status: 204 });
      expect(await call("GET", path)).toMatchObject({ status: 404 });
    } finally {
      server.kill();
    }
  });
});

describe("the project for Vercel", () => {
  it("builds what Vercel serves, with its records in a database on the network", async () => {
    const cwd = await takeHome("vercel");
    expect(JSON.parse(await readFile(join(cwd, "vercel.json"), "utf8"))).toMatchObject({ framework: null });
    // The source, installed before, has the same lockfile.
    await symlink(join(folder, "source", "node_modules"), join(cwd, "node_modules"));
    const build = (env: NodeJS.ProcessEnv) => run(process.execPath, ["vercel/build.ts"], { cwd, env });
    await expect(build(environment)).rejects.toThrow("DATABASE_URL is missing");

    const database = await startLibsql({ file: join(folder, "remote.db"), token: "token" });
    const remote = { DATABASE_URL: database.url, DATABASE_AUTH_TOKEN: "token" };
    await build({ ...environment, ...remote });
    Object.assign(process.env, remote);
    const host = await serveOutput(join(cwd, ".vercel/output"));
    try {
      const page = await fetch(`${host.url}/products`);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
      const html = await page.text();
      expect(html).toContain('<div id="root">');
      const [, script = ""] = /src="(\/assets\/[^"]+)"/.exec(html) ?? [];
      const loaded = await fetch(host.url + script);
      expect(loaded.headers.get("cache-control")).toContain("immutable");
      expect((await fetch(`${host.url}/assets/gone.js`)).status).toBe(404);

      const product = { name: "Zebrano plank", sku: "ZEB-9", price: 12.5, stockQuantity: 4, reorderLevel: 6 };
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify(product);
      const created = await fetch(`${host.url}/api/products`, { method: "POST", headers, body });
      expect(created.status).toBe(201);
      const list = await fetch(`${host.url}/api/products?q=Zebrano`);
      expect(list.headers.get("content-security-policy")).not.toContain("style-src");
      expect(await list.json()).toMatchObject({ items: [product] });
      expect((await fetch(`${host.url}/api/nothing`)).status).toBe(404);
    } finally {
      await Promise.all([host.close(), database.close()]);
      for (const name of Object.keys(remote)) delete process.env[name];
    }
  });
});

describe("the source for Docker", () => {
  it("holds what its Dockerfile copies", async () => {
    const home = await takeHome("docker");
    for (const path of ["Dockerfile", "compose.yaml", ".dockerignore", "package-lock.json", ".npmrc", "dev/serve.ts"])
      expect(existsSync(join(home, path)), path).toBe(true);
    // The clouds build the same image: their archives hold the same files, and the manifests beside them.
    for (const [format, manifest] of [
      ["aws", "aws/template.json"],
      ["gcp", "gcp/service.json"],
    ] as const) {
      const cloud = await takeHome(format);
      expect(await readFile(join(cloud, "Dockerfile"), "utf8")).toBe(await readFile(join(home, "Dockerfile"), "utf8"));
      expect(JSON.parse(await readFile(join(cloud, manifest), "utf8"))).toBeTypeOf("object");
    }
  });
});

describe.skipIf(chromiumPath === null)("the static files", () => {
  let server: Server;
  afterAll(() => server?.close());

  it("show the app on a plain file server, which says openly that there is no API", async () => {
    const home = await takeHome("static");
    const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
    server = createServer((request, response) => {
      const path = (request.url ?? "/").split("?")[0] ?? "/";
      const file = join(home, path === "/" ? "index.html" : path);
      if (!existsSync(file)) return response.writeHead(404, { "content-type": "text/html" }).end("<h1>Not found</h1>");
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
      return createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.getByRole("link", { name: "Products" }).first().click();
      await page.getByText("shown without its API", { exact: false }).first().waitFor();
    } finally {
      await browser.close();
    }
  });
});

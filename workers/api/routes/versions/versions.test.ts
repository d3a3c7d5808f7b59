import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import {
  call,
  createProject,
  env,
  read,
  readError,
  signUp,
  writeBlob,
  writeVersion,
  type SignedUp,
} from "../../test-client.ts";
import type { PageOf } from "../../schemas/lists.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import type { VersionDiff, VersionFiles, VersionTree, VersionView } from "../../schemas/versions.ts";

let ada: SignedUp;
let project: ProjectView;
let base: string;
let first: string;
let second: string;
let revision: string;

const text = (lines: number, changed?: number) =>
  Array.from({ length: lines }, (_, index) => (index === changed ? `line ${index} changed\n` : `line ${index}\n`)).join(
    "",
  );

beforeAll(async () => {
  ada = await signUp();
  project = await createProject(ada.accessToken);
  base = `/api/v1/projects/${project.id}`;
  const page = await writeBlob("<h1>Hi</h1>");
  const icon = await writeBlob("icon");
  revision = (
    await writeBlob(
      JSON.stringify({
        v: 1,
        server: { main: "index.js", modules: {} },
        assets: {
          "/index.html": { ...page, contentType: "text/html" },
          "/assets/icon.svg": { ...icon, contentType: "image/svg+xml" },
        },
        migrations: [],
        seed: null,
      }),
    )
  ).sha256;
  first = await writeVersion(project, {
    number: 1,
    files: { "src/main.ts": text(30), "gone.txt": "bye\n", "same.txt": "same\n" },
    artefactSha: revision,
  });
  second = await writeVersion(project, {
    number: 2,
    parentId: first,
    files: { "src/main.ts": text(30, 15), "new.txt": "hello\nworld\n", "same.txt": "same\n", "bin.dat": "\0\u0001" },
    status: "failed",
  });
});

const get = (path: string) => call(base + path, { token: ada.accessToken });

describe("a version that is looked at by itself", () => {
  it("runs at an address of its own", async () => {
    const opened = await call(`${base}/versions/1/preview-access`, { method: "POST", token: ada.accessToken });
    const { url } = await read<{ url: string }>(opened, 200);
    expect(new URL(url).host).toBe(`${project.hostLabel}--v1.${env.PREVIEW_DOMAIN}`);
  });

  it("says so when there is nothing to run, and is nobody else's", async () => {
    const failed = await call(`${base}/versions/2/preview-access`, { method: "POST", token: ada.accessToken });
    expect(await readError(failed, 409)).toMatchObject({ message: expect.stringContaining("was not built") });
    const { accessToken } = await signUp();
    const foreign = await call(`${base}/versions/1/preview-access`, { method: "POST", token: accessToken });
    expect(foreign.status).toBe(404);
  });
});

describe("the whole source of a version", () => {
  it("is one answer: text as text, other bytes by name, and nothing when it is known already", async () => {
    const response = await call(`${base}/versions/2/tree`, { token: ada.accessToken });
    const etag = response.headers.get("etag") ?? "";
    const { files } = await read<VersionTree>(response, 200);
    expect(files.map(({ path, text }) => [path, text === null ? null : text.length])).toEqual([
      ["bin.dat", null],
      ["new.txt", 12],
      ["same.txt", 5],
      ["src/main.ts", text(30, 15).length],
    ]);
    const again = await call(`${base}/versions/2/tree`, {
      token: ada.accessToken,
      headers: { "if-none-match": etag },
    });
    expect(again.status).toBe(304);
  });
});

describe("versions", () => {
  it("are listed from the highest number down, a page at a time", async () => {
    const page = await read<PageOf<VersionView>>(await get("/versions?limit=1"), 200);
    expect(page.items.map(({ number }) => number)).toEqual([2]);
    const rest = await read<PageOf<VersionView>>(await get(`/versions?limit=1&cursor=${page.nextCursor}`), 200);
    expect(rest).toMatchObject({ items: [{ number: 1, id: first }], nextCursor: null });
  });

  it("are found by id, by number and as the latest", async () => {
    for (const name of [second, "2", "latest"]) {
      expect(await read(await get(`/versions/${name}`), 200)).toMatchObject({ id: second, number: 2, parentId: first });
    }
    expect((await get("/versions/99")).status).toBe(404);
  });

  it("name their files with size and hash, ascending by path", async () => {
    const files = await read<VersionFiles>(await get("/versions/1/files"), 200);
    expect(files.map(({ path }) => path)).toEqual(["gone.txt", "same.txt", "src/main.ts"]);
    expect(files[0]).toMatchObject({ size: 4, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it("give a file's bytes as plain text, and nothing again to who has them", async () => {
    const response = await get("/versions/1/files/src/main.ts");
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    const etag = response.headers.get("etag") ?? "";
    expect(await response.text()).toBe(text(30));
    const again = await call(`${base}/versions/1/files/src/main.ts`, {
      token: ada.accessToken,
      headers: { "if-none-match": etag },
    });
    expect(again.status).toBe(304);
  });

  it.each(["missing.ts", "../secret", "__proto__", "src", "constructor"])("do not find the file %s", async (path) => {
    expect((await get(`/versions/1/files/${encodeURIComponent(path)}`)).status).toBe(404);
  });
});

describe("a diff", () => {
  it("compares with the parent, in hunks with three lines around each change", async () => {
    const diff = await read<VersionDiff>(await get("/versions/2/diff"), 200);
    expect(diff).toMatchObject({ from: { number: 1 }, to: { number: 2 } });
    expect(diff.files.map(({ path, status, comparison }) => ({ path, status, comparison }))).toEqual([
      { path: "bin.dat", status: "added", comparison: "binary" },
      { path: "gone.txt", status: "deleted", comparison: "lines" },
      { path: "new.txt", status: "added", comparison: "lines" },
      { path: "src/main.ts", status: "modified", comparison: "lines" },
    ]);
    expect(diff.files[1]?.hunks).toEqual([{ oldStart: 1, oldLines: 1, newStart: 0, newLines: 0, lines: ["-bye"] }]);
    expect(diff.files[2]?.hunks).toEqual([
      { oldStart: 0, oldLines: 0, newStart: 1, newLines: 2, lines: ["+hello", "+world"] },
    ]);
    expect(diff.files[3]).toMatchObject({
      additions: 1,
      deletions: 1,
      hunks: [{ oldStart: 13, oldLines: 7, newStart: 13, newLines: 7 }],
    });
  });

  it("compares with any other version, and the first with nothing", async () => {
    const backwards = await read<VersionDiff>(await get("/versions/1/diff?against=latest"), 200);
    expect(backwards.files.find(({ path }) => path === "gone.txt")?.status).toBe("added");
    const whole = await read<VersionDiff>(await get("/versions/1/diff"), 200);
    expect(whole.from).toBeNull();
    expect(whole.files.every(({ status }) => status === "added")).toBe(true);
    expect((await get("/versions/1/diff?against=77")).status).toBe(404);
  });
});

describe("an export", () => {
  const unzip = async (query: string) => {
    const response = await get(`/export${query}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/zip");
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const decoded = Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
    return { name: response.headers.get("content-disposition"), files: Object.fromEntries(decoded) };
  };

  it("of the source holds the newest green version's files", async () => {
    const { name, files } = await unzip("?format=source");
    expect(name).toBe('attachment; filename="inventory-v1.zip"');
    expect(files).toEqual({ "src/main.ts": text(30), "gone.txt": "bye\n", "same.txt": "same\n" });
  });

  it("of a named version holds that one's", async () => {
    expect(Object.keys((await unzip("?format=source&version=2")).files)).toContain("new.txt");
  });

  it("of the static build holds what a browser loads", async () => {
    const { files } = await unzip("?format=static");
    expect(files).toEqual({ "index.html": "<h1>Hi</h1>", "assets/icon.svg": "icon" });
  });

  it.each([
    { format: "aws", files: ["aws/README.md", "aws/template.json"] },
    { format: "gcp", files: ["gcp/README.md", "gcp/cloudbuild.json", "gcp/service.json"] },
  ])("for $format adds the steps and manifests to what the image is built from", async ({ format, files }) => {
    const other = await createProject(ada.accessToken);
    const path = `/api/v1/projects/${other.id}/export?format=${format}`;
    await writeVersion(other, { number: 1, files: { "a.txt": "a" } });
    expect((await readError(await call(path, { token: ada.accessToken }), 409)).message).toContain("no Dockerfile");
    await writeVersion(other, { number: 2, files: { Dockerfile: "FROM scratch" } });
    const response = await call(path, { token: ada.accessToken });
    const packed = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(packed).toSorted()).toEqual(["Dockerfile", ...files].toSorted());
    expect(new TextDecoder().decode(packed[`${format}/README.md`])).toContain(other.slug);
  });

  it("for Vercel adds what makes the source a project there, and keeps a file that is there already", async () => {
    const { name, files } = await unzip("?format=vercel");
    expect(name).toBe('attachment; filename="inventory-v1-vercel.zip"');
    expect(files["same.txt"]).toBe("same\n");
    expect(JSON.parse(files["vercel.json"] ?? "")).toMatchObject({ buildCommand: "node vercel/build.ts" });
    expect(Object.keys(files)).toContain("vercel/function.ts");
    const other = await createProject(ada.accessToken);
    await writeVersion(other, { number: 1, files: { "vercel.json": "{}" } });
    const response = await call(`/api/v1/projects/${other.id}/export?format=vercel`, { token: ada.accessToken });
    const own = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(new TextDecoder().decode(own["vercel.json"])).toBe("{}");
  });

  it("for Docker holds the source, where a Dockerfile is among it", async () => {
    expect((await readError(await get("/export?format=docker&version=1"), 409)).message).toContain("no Dockerfile");
    const other = await createProject(ada.accessToken);
    await writeVersion(other, { number: 1, files: { Dockerfile: "FROM node:24\n", "a.ts": "1" } });
    const response = await call(`/api/v1/projects/${other.id}/export?format=docker`, { token: ada.accessToken });
    expect(response.headers.get("content-disposition")).toContain("-v1-docker.zip");
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(files)).toEqual(["Dockerfile", "a.ts", "docker/README.md", "docker/publish.yml"]);
  });

  it("says what is missing when there is no build, or nothing at all", async () => {
    expect(await readError(await get("/export?format=static&version=2"), 409)).toMatchObject({ code: "CONFLICT" });
    const empty = await createProject(ada.accessToken);
    const response = await call(`/api/v1/projects/${empty.id}/export?format=source`, { token: ada.accessToken });
    expect((await readError(response, 409)).message).toContain("Start a generation");
  });

  it("refuses an unknown format", async () => {
    expect(await readError(await get("/export?format=tar"), 400)).toMatchObject({ code: "VALIDATION_ERROR" });
  });
});

describe("rolling back", () => {
  it("makes a new version with the old files on top, and the preview shows it", async () => {
    const response = await call(`${base}/versions/1/rollback`, { method: "POST", token: ada.accessToken });
    const version = await read<VersionView>(response, 201);
    expect(version).toMatchObject({ number: 3, parentId: second, status: "green", message: "Roll back to version 1" });
    expect(await read(await get("/versions/3/files"), 200)).toEqual(await read(await get("/versions/1/files"), 200));
    const shown = await read<ProjectView>(await get(""), 200);
    expect(shown.currentVersionId).toBe(version.id);
    expect(await read(await get("/deployments?environment=preview"), 200)).toMatchObject({
      items: [{ versionId: version.id, status: "ready" }],
    });
    const row = await env.DB.prepare("SELECT artefact_sha FROM project_versions WHERE id = ?").bind(version.id).first();
    expect(row).toEqual({ artefact_sha: revision });
    const audit = await env.DB.prepare(
      "SELECT count(*) AS n FROM audit_log WHERE action = 'version.rolled_back' AND target_id = ?",
    )
      .bind(project.id)
      .first();
    expect(audit).toEqual({ n: 1 });
  });

  it("gives two at once different numbers", async () => {
    const roll = () => call(`${base}/versions/1/rollback`, { method: "POST", token: ada.accessToken });
    const made = await Promise.all([roll(), roll()]);
    const numbers = await Promise.all(made.map(async (response) => (await read<VersionView>(response, 201)).number));
    expect(new Set(numbers).size).toBe(2);
  });

  it("refuses a version that is still being written", async () => {
    const other = await createProject(ada.accessToken);
    await writeVersion(other, { number: 1, files: {}, status: "building" });
    const path = `/api/v1/projects/${other.id}/versions/1/rollback`;
    expect(await readError(await call(path, { method: "POST", token: ada.accessToken }), 409)).toMatchObject({
      code: "CONFLICT",
    });
  });
});

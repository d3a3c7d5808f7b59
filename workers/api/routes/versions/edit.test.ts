import { beforeEach, describe, expect, it } from "vitest";
import type { Envelope } from "#protocol/envelope.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import { eventually } from "../../../../tests/eventually.ts";
import { call, createProject, env, read, readError, signUp, writeVersion, type SignedUp } from "../../test-client.ts";
import type { PageOf } from "../../schemas/lists.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import type { EditVersionBody, KeptFiles, VersionFiles, VersionView } from "../../schemas/versions.ts";

let ada: SignedUp;
let project: ProjectView;
let base: string;

beforeEach(async () => {
  ada = await signUp();
  project = await createProject(ada.accessToken);
  base = `/api/v1/projects/${project.id}`;
});

const get = (path: string) => call(base + path, { token: ada.accessToken });
const post = (path: string, body?: unknown) => call(base + path, { method: "POST", token: ada.accessToken, body });
const edit = (body: EditVersionBody) => post("/versions", body);
const text = async (version: string | number, path: string) =>
  (await get(`/versions/${version}/files/${encodeURIComponent(path)}`)).text();

describe("saving changes", () => {
  it("makes a new version on top, with the other files as they were, and says so in the log", async () => {
    await writeVersion(project, { number: 1, files: { "a.ts": "1\n", "b.ts": "2\n", "c.bin": "x" } });
    const version = await read<VersionView>(
      await edit({
        base: 1,
        message: "Mend a",
        changes: [
          { path: "a.ts", content: "one\n" },
          { path: "b.ts", content: null },
          { path: "new/pic.png", content: "iVBORw==", encoding: "base64" },
        ],
      }),
      201,
    );
    expect(version).toMatchObject({ number: 2, status: "draft", message: "Mend a", generationId: null, fileCount: 3 });
    const files = await read<VersionFiles>(await get("/versions/2/files"), 200);
    expect(files.map(({ path, size }) => [path, size])).toEqual([
      ["a.ts", 4],
      ["c.bin", 1],
      ["new/pic.png", 4],
    ]);
    expect(await text(2, "a.ts")).toBe("one\n");
    const { items } = await read<PageOf<Envelope>>(await get("/events"), 200);
    expect(items.map((event) => [event.type, event.actor.id])).toEqual([
      ["file.changed", ada.user.id],
      ["file.changed", ada.user.id],
      ["file.changed", ada.user.id],
      ["version.created", ada.user.id],
    ]);
    const audit = await env.DB.prepare("SELECT action FROM audit_log WHERE target_id = ?").bind(project.id).all();
    expect(audit.results).toEqual([{ action: "version.edited" }]);
  });

  it("refuses changes made on an older version, and one of two made at once", async () => {
    await writeVersion(project, { number: 1, files: { "a.ts": "1" } });
    const save = (content: string) => edit({ base: "1", changes: [{ path: "a.ts", content }] });
    const answers = await Promise.all([save("x"), save("y")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const late = await readError(await save("z"), 409);
    expect(late.message).toContain("Version 2 is newer");
    expect((await edit({ base: "latest", changes: [{ path: "a.ts", content: "z" }] })).status).toBe(201);
  });

  it("lets the version be changed that the next generation would start from, past failed ones", async () => {
    await writeVersion(project, { number: 1, files: { "a.ts": "1" } });
    const failed = await writeVersion(project, { number: 2, files: { "a.ts": "broken" }, status: "failed" });
    await env.DB.prepare("UPDATE project_versions SET generation_id = 'gen_x' WHERE id = ?").bind(failed).run();
    const version = await read<VersionView>(await edit({ base: 1, changes: [{ path: "a.ts", content: "mine" }] }), 201);
    expect(version).toMatchObject({ number: 3 });
  });

  it.each([
    { title: "a path out of the project", changes: [{ path: "../x", content: "" }] },
    { title: "an absolute path", changes: [{ path: "/etc/passwd", content: "" }] },
    { title: "a path in node_modules", changes: [{ path: "node_modules/x.js", content: "" }] },
    { title: "a name that differs only by case", changes: [{ path: "A.TS", content: "" }] },
    { title: "a file that is a folder", changes: [{ path: "a.ts/b.ts", content: "" }] },
    { title: "deleting what is not there", changes: [{ path: "z.ts", content: null }] },
    {
      title: "a path twice",
      changes: [
        { path: "y", content: "1" },
        { path: "y", content: "2" },
      ],
    },
    { title: "bytes as text", changes: [{ path: "y", content: "a\0b" }] },
    { title: "bad base64", changes: [{ path: "y", content: "#", encoding: "base64" as const }] },
    { title: "no change at all", changes: [{ path: "a.ts", content: "1" }] },
    { title: "an empty list", changes: [] },
  ])("refuses $title", async ({ changes }) => {
    await writeVersion(project, { number: 1, files: { "a.ts": "1" } });
    expect(await readError(await edit({ base: 1, changes }), 400)).toMatchObject({ code: "VALIDATION_ERROR" });
    expect((await get("/versions/2")).status).toBe(404);
  });

  it("refuses a viewer, and a project without files", async () => {
    expect(await readError(await edit({ base: "1", changes: [{ path: "a", content: "" }] }), 409)).toMatchObject({
      code: "CONFLICT",
    });
    await writeVersion(project, { number: 1, files: { "a.ts": "1" } });
    const bob = await signUp();
    await env.DB.prepare(
      "INSERT INTO project_members (project_id, user_id, role, created_at) VALUES (?, ?, 'viewer', ?)",
    )
      .bind(project.id, bob.user.id, new Date().toISOString())
      .run();
    const body = { base: 1, changes: [{ path: "a.ts", content: "2" }] };
    const refused = await call(`${base}/versions`, { method: "POST", token: bob.accessToken, body });
    expect(await readError(refused, 403)).toMatchObject({ code: "AUTHORIZATION_ERROR" });
  });
});

describe("a generation after an edit", () => {
  async function events(): Promise<Envelope[]> {
    const all: Envelope[] = [];
    for (let after: string | null = "0"; after !== null;) {
      const page: PageOf<Envelope> = await read(await get(`/events?limit=100&after=${after}`), 200);
      all.push(...page.items);
      after = page.nextCursor;
    }
    return all;
  }

  /** A generation that has written its version and stops there. Answers with the version's number. */
  async function write(prompt: string): Promise<number> {
    const body = { projectId: project.id, prompt, mode: "supervised" };
    const started = await call("/api/v1/generations", { method: "POST", token: ada.accessToken, body });
    const { id } = await read<GenerationView>(started, 202);
    const command = (name: string) =>
      call(`/api/v1/generations/${id}/${name}`, { method: "POST", token: ada.accessToken, body: {} });
    const generation = () =>
      call(`/api/v1/generations/${id}`, { token: ada.accessToken }).then((answer) => read<GenerationView>(answer, 200));
    await eventually(async () => expect((await generation()).status).toBe("awaiting_approval"));
    await read(await command("approve"), 200);
    const versionId = await eventually(async () => {
      const shown = await generation();
      expect(shown.versionId).not.toBeNull();
      return shown.versionId;
    });
    await read(await command("cancel"), 200);
    const { number } = await read<VersionView>(await get(`/versions/${versionId}`), 200);
    return number;
  }
  const settle = (number: number) =>
    env.DB.prepare("UPDATE project_versions SET status = 'green' WHERE project_id = ? AND number = ?")
      .bind(project.id, number)
      .run();

  it("keeps what a person wrote, adds what is new, and lists where the two met", async () => {
    const first = await write("A list of books with title and author");
    await settle(first);
    const seed = await text(first, "migrations/seed.sql");
    const readme = await text(first, "README.md");
    const summary = readme.split("\n")[2] ?? "";
    const edited = await read<VersionView>(
      await edit({
        base: first,
        changes: [
          { path: "README.md", content: readme.replace(summary, "My own summary.").concat("\nMy own last words.\n") },
          { path: "migrations/seed.sql", content: null },
          { path: "src/mine.ts", content: "export const mine = 1;\n" },
        ],
      }),
      201,
    );
    expect(seed).not.toBe("");

    const next = await write("A library of books with title, author and a shelf, and members with a name");
    expect(next).toBe(edited.number + 1);
    const version = await read<VersionView>(await get(`/versions/${next}`), 200);
    expect(version.parentId).toBe(edited.id);
    const merged = await text(next, "README.md");
    expect(merged).toContain("My own summary.\n");
    expect(merged).toContain("My own last words.\n");
    expect(merged).toContain("/api/members");
    expect(merged).not.toMatch(/<<<<<<<|>>>>>>>/);
    expect(await text(next, "src/mine.ts")).toBe("export const mine = 1;\n");
    expect((await get(`/versions/${next}/files/${encodeURIComponent("migrations/seed.sql")}`)).status).toBe(404);
    expect(await text(next, "src/shared/models.ts")).toContain("member");

    const kept = await read<KeptFiles>(await get(`/versions/${next}/kept`), 200);
    expect(kept.map(({ path, reason }) => [path, reason])).toEqual([
      ["README.md", "conflict"],
      ["migrations/seed.sql", "deleted"],
    ]);
    expect(version.keptPlaces).toBe(kept.reduce((sum, file) => sum + Math.max(1, file.places.length), 0));
    expect(kept[0]?.places[0]).toMatchObject({ line: 3, yours: expect.stringContaining("My own summary.") });
    const proposal = await (await get(`/versions/${next}/proposals/README.md`)).text();
    expect(proposal).not.toContain("My own");
    expect(proposal).toContain("/api/members");
    const noted = (await events()).flatMap((event) => (event.type === "file.kept" ? [event.data] : []));
    expect(noted.map(({ path, reason }) => [path, reason])).toEqual(kept.map(({ path, reason }) => [path, reason]));
    const said = (await events()).flatMap((event) => (event.type === "log.appended" ? [event.data.text] : []));
    expect(said.join("\n")).toMatch(/places? kept as you wrote (it|them), in README\.md/);
  });

  it("without an edit writes exactly what the generator wrote, and keeps nothing back", async () => {
    const prompt = "A list of books with title and author";
    const first = await write(prompt);
    await settle(first);
    const second = await write(prompt);
    expect(await read(await get(`/versions/${second}/files`), 200)).toEqual(
      await read(await get(`/versions/${first}/files`), 200),
    );
    expect(await read(await get(`/versions/${second}/kept`), 200)).toEqual([]);
  });

  it("is not mixed with changes that are sent while it runs", async () => {
    await writeVersion(project, { number: 1, files: { "a.ts": "1" } });
    const body = { projectId: project.id, prompt: "A list of books", mode: "supervised" };
    const started = await call("/api/v1/generations", { method: "POST", token: ada.accessToken, body });
    const { id } = await read<GenerationView>(started, 202);
    await read(await call(`/api/v1/generations/${id}/pause`, { method: "POST", token: ada.accessToken }), 200);
    const refused = await edit({ base: 1, changes: [{ path: "a.ts", content: "2" }] });
    expect((await readError(refused, 409)).message).toContain("paused");
    await read(await call(`/api/v1/generations/${id}/cancel`, { method: "POST", token: ada.accessToken }), 200);
    expect((await edit({ base: 1, changes: [{ path: "a.ts", content: "2" }] })).status).toBe(201);
  });
});

describe("building a person's version", () => {
  it("runs a generation that starts at the review", async () => {
    await writeVersion(project, { number: 1, files: { "a.ts": "1" } });
    await edit({ base: 1, changes: [{ path: "a.ts", content: "2" }] });
    const generation = await read<GenerationView>(await post("/versions/2/build"), 202);
    const { items } = await read<PageOf<Envelope>>(await get("/events?limit=100"), 200);
    const moves = items.flatMap((event) => (event.type === "loop.transition" ? [event.data.to] : []));
    expect(moves[0]).toBe("reviewing");
    expect(generation).toMatchObject({ prompt: "Build version 2" });
    await read(
      await call(`/api/v1/generations/${generation.id}/cancel`, { method: "POST", token: ada.accessToken }),
      200,
    );
  });

  it("refuses one that is built, or that a newer one follows", async () => {
    await writeVersion(project, { number: 1, files: { "a.ts": "1" } });
    expect((await readError(await post("/versions/1/build"), 409)).message).toContain("built already");
    await edit({ base: 1, changes: [{ path: "a.ts", content: "2" }] });
    expect((await readError(await post("/versions/1/build"), 409)).message).toContain("Version 2 is newer");
  });

  it("begins by itself when somebody rolls back to one that nobody has built", async () => {
    await writeVersion(project, { number: 1, files: { "a.ts": "1" } });
    await edit({ base: 1, changes: [{ path: "a.ts", content: "2" }] });
    await edit({ base: 2, changes: [{ path: "a.ts", content: "3" }] });
    const back = await read<VersionView>(await post("/versions/2/rollback"), 201);
    expect(back).toMatchObject({ number: 4, status: "draft", message: "Roll back to version 2" });
    const { items } = await read<PageOf<Envelope>>(await get("/events?limit=100"), 200);
    const begun = items.flatMap((event) =>
      event.type === "generation.created" ? [event.data.generation as GenerationView] : [],
    );
    expect(begun).toMatchObject([{ prompt: "Build version 4" }]);
    const id = begun[0]?.id;
    await read(await call(`/api/v1/generations/${id}/pause`, { method: "POST", token: ada.accessToken }), 200);
    const refused = await readError(await post("/versions/2/rollback"), 409);
    expect(refused.message).toContain("has to be built first");
    await read(await call(`/api/v1/generations/${id}/cancel`, { method: "POST", token: ada.accessToken }), 200);
  });
});

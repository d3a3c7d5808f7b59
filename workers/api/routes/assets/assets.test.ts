import { beforeAll, describe, expect, it } from "vitest";
import { docxOf, pngOf, zipOf } from "#engine/attachments/fixtures.ts";
import { readImageSize } from "#engine/attachments/image-size.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import type { AssetView, UploadedAsset } from "../../schemas/assets.ts";
import { call, createProject, env, origin, read, readError, signUp, type SignedUp } from "../../test-client.ts";
import { createApp } from "../../app.ts";

let ada: SignedUp;
let bob: SignedUp;
let project: ProjectView;
beforeAll(async () => {
  [ada, bob] = await Promise.all([signUp(), signUp()]);
  project = await createProject(ada.accessToken);
});

const customers = "name,email,plan\nAda,ada@example.com,Pro\nAlan,alan@example.com,Free\n";

/** As a client sends a file alone. */
const upload = (
  name: string | null,
  body: BodyInit,
  { to = project.id, token = ada.accessToken, headers = {} as Record<string, string> } = {},
): Promise<Response> =>
  Promise.resolve(
    createApp().fetch(
      new Request(`${origin}/api/v1/projects/${to}/assets${name === null ? "" : `?name=${encodeURIComponent(name)}`}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, ...headers },
        body,
      }),
      env,
    ),
  );

const stored = async (): Promise<string[]> => {
  const { objects } = await env.BLOBS.list({ prefix: `assets/${project.workspaceId}/` });
  return objects.map(({ key }) => key);
};

describe("an upload", () => {
  it("is stored as what its content is, and says what was understood", async () => {
    const asset = await read<UploadedAsset>(await upload("customers.csv", customers), 201);
    expect(asset).toMatchObject({
      projectId: project.id,
      name: "customers.csv",
      kind: "csv",
      mediaType: "text/csv",
      size: customers.length,
      tables: [{ name: "Customer", rowCount: 2, fields: ["name", "email", "plan"] }],
      notes: [],
    });
    expect(await stored()).toContain(`assets/${project.workspaceId}/${asset.sha256}/file`);
    const path = `/api/v1/projects/${project.id}/assets/${asset.id}`;
    const { tables: _tables, notes: _notes, ...plain } = asset;
    expect(await read<AssetView>(await call(path, { token: ada.accessToken }), 200)).toEqual(plain);
    const content = await call(`${path}/content`, { token: ada.accessToken });
    expect(await content.text()).toBe(customers);
  });

  // No PDF in this project's tests: vitest hands its reader, once loaded, to every test file after it in a message that is
  // too long for the runtime. Unit tests read PDFs, and an end-to-end test has one read by the real Worker.
  it("may come as a form, as browsers send it", async () => {
    const form = new FormData();
    const brief = docxOf("<w:p><w:r><w:t>Hello</w:t></w:r></w:p>");
    form.append("file", new File([brief], "brief.docx", { type: "text/plain" }));
    expect(await read(await upload(null, form), 201)).toMatchObject({ name: "brief.docx", kind: "docx" });
  });

  it.each([
    ["folders", "../../etc/pass_wd.txt", "pass wd.txt"],
    ["folders of another system", "C:\\Users\\ada\\notes.txt", "notes.txt"],
    ["marks of a page and a terminal", '<b>"a"\u202e\u0007.txt', "b a.txt"],
    ["nothing but marks", "???.txt", "file.txt"],
    ["a foreign script", "名前.txt", "名前.txt"],
  ])("keeps nothing of %s in its name", async (_what, given, name) => {
    expect(await read(await upload(given, "words"), 201)).toMatchObject({ name });
  });

  it("of a large picture keeps a copy as small as models see it", async () => {
    const picture = pngOf(3_136, 400);
    const asset = await read<UploadedAsset>(await upload("wide.png", picture), 201);
    expect(asset).toMatchObject({ kind: "image", width: 3_136, height: 400 });
    const path = `/api/v1/projects/${project.id}/assets/${asset.id}/content`;
    const small = await (await call(`${path}?size=small`, { token: ada.accessToken })).arrayBuffer();
    expect(readImageSize(new Uint8Array(small), "image/png")).toEqual({ width: 1_568, height: 200 });
    const full = await (await call(path, { token: ada.accessToken })).arrayBuffer();
    expect(full.byteLength).toBe(picture.length);
  });

  it.each([
    [
      "a program",
      "setup.csv",
      (): BodyInit => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 1, 1, 0x90]),
      415,
      "This kind of file is not read.",
    ],
    [
      "a zip that leads out of its folder",
      "a.zip",
      (): BodyInit => zipOf({ "../x": "1" }),
      415,
      "lead out of its folder",
    ],
    ["an empty file", "a.txt", (): BodyInit => "", 415, "The file is empty."],
    [
      "more text than a text may have",
      "a.txt",
      (): BodyInit => "x".repeat(1024 * 1024 + 1),
      413,
      "(text) may have at most 1 MB",
    ],
    [
      "more than any file may have",
      "a.pdf",
      (): BodyInit => new Uint8Array(10 * 1024 * 1024 + 20 * 1024),
      413,
      "at most",
    ],
    ["a file without a name", null, (): BodyInit => "words", 400, "Say the file's name"],
  ] as const)("is refused with a reason when it is %s", async (_what, name, body, status, reason) => {
    expect((await readError(await upload(name, body()), status)).message).toContain(reason);
  });

  it("is refused when its form has no file, or more than one", async () => {
    const two = new FormData();
    two.append("file", new File(["a"], "a.txt"));
    two.append("file", new File(["b"], "b.txt"));
    const text = new FormData();
    text.append("file", "words");
    for (const form of [two, text]) expect((await upload(null, form)).status).toBe(400);
    const broken = await upload(null, "nonsense", { headers: { "content-type": "multipart/form-data; boundary=x" } });
    expect((await readError(broken, 400)).message).toContain("could not be read");
  });
});

describe("what was uploaded", () => {
  it("is handed out as a download that no browser shows as a page", async () => {
    const page = await read<UploadedAsset>(await upload("it's (1).html", "<script>alert(1)</script>"), 201);
    const response = await call(`/api/v1/projects/${project.id}/assets/${page.id}/content`, { token: ada.accessToken });
    const header = (name: string) => response.headers.get(name);
    expect(header("content-type")).toBe("application/octet-stream");
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("content-security-policy")).toMatch(/default-src 'none';.*sandbox/);
    expect(header("content-disposition")).toBe("attachment; filename*=UTF-8''it%27s%201.html");
    await response.arrayBuffer();
  });

  it("is listed newest first", async () => {
    const own = await createProject(ada.accessToken, { name: "Two files" });
    for (const name of ["a.txt", "b.txt"]) await read(await upload(name, name, { to: own.id }), 201);
    const { items } = await read<{ items: AssetView[] }>(
      await call(`/api/v1/projects/${own.id}/assets`, { token: ada.accessToken }),
      200,
    );
    expect(items.map(({ name }) => name)).toEqual(["b.txt", "a.txt"]);
  });

  it("is gone with its bytes once the last file of that content is deleted", async () => {
    const other = await createProject(ada.accessToken, { name: "Other" });
    const text = `only once ${crypto.randomUUID()}`;
    const [one, two] = await Promise.all([
      read<UploadedAsset>(await upload("a.txt", text), 201),
      read<UploadedAsset>(await upload("b.txt", text, { to: other.id }), 201),
    ]);
    const key = `assets/${project.workspaceId}/${one.sha256}/file`;
    const gone = (projectId: string, id: string) =>
      call(`/api/v1/projects/${projectId}/assets/${id}`, { method: "DELETE", token: ada.accessToken });
    expect((await gone(project.id, one.id)).status).toBe(204);
    expect((await gone(project.id, one.id)).status).toBe(404);
    expect(await stored()).toContain(key);
    expect(two.sha256).toBe(one.sha256);
    expect((await gone(other.id, two.id)).status).toBe(204);
    expect(await stored()).not.toContain(key);
  });

  it("is stored apart for each tenant, also when it is the same", async () => {
    const theirs = await createProject(bob.accessToken);
    const mine = await read<UploadedAsset>(await upload("a.txt", "the same words"), 201);
    const own = await read<UploadedAsset>(
      await upload("a.txt", "the same words", { to: theirs.id, token: bob.accessToken }),
      201,
    );
    expect(own.sha256).toBe(mine.sha256);
    await call(`/api/v1/projects/${project.id}/assets/${mine.id}`, { method: "DELETE", token: ada.accessToken });
    const kept = await call(`/api/v1/projects/${theirs.id}/assets/${own.id}/content`, { token: bob.accessToken });
    expect(await kept.text()).toBe("the same words");
  });

  it("cannot be put into a stranger's project", async () => {
    const response = await upload("a.txt", "words", { token: bob.accessToken });
    expect((await readError(response, 404)).code).toBe("NOT_FOUND_ERROR");
  });
});

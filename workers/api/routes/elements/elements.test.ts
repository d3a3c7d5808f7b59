import { beforeEach, describe, expect, it } from "vitest";
import type { ElementEditView, ElementReadings } from "../../schemas/elements.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import type { VersionView } from "../../schemas/versions.ts";
import { call, createProject, read, readError, signUp, type SignedUp, writeVersion } from "../../test-client.ts";

let ada: SignedUp;
let project: ProjectView;
const page = 'export const Page = () => (\n  <h1 className="p-2">Welcome</h1>\n);\n';
const place = "src/client/page.tsx:2:3";

beforeEach(async () => {
  ada = await signUp();
  project = await createProject(ada.accessToken);
  await writeVersion(project, { number: 1, files: { "src/client/page.tsx": page } });
});

const post = (path: string, body: unknown, token = ada.accessToken) =>
  call(`/api/v1/projects/${project.id}/versions/1/${path}`, { method: "POST", token, body });

describe("an element of the preview", () => {
  it("is read, changed, and saved as a version of its own", async () => {
    const readings = await read<ElementReadings>(
      await post("elements/read", { places: [place], text: "Welcome" }),
      200,
    );
    expect(readings.items).toMatchObject([
      { name: "h1", text: { kind: "element", value: "Welcome" }, styles: { kind: "classes" } },
    ]);
    const change = { kind: "text", from: "Welcome", to: "Good day" };
    const edit = await read<ElementEditView>(await post("elements/edit", { place, text: "Welcome", change }), 200);
    const saved = await call(`/api/v1/projects/${project.id}/versions`, {
      method: "POST",
      token: ada.accessToken,
      body: { base: 1, ...edit },
    });
    expect(await read<VersionView>(saved, 201)).toMatchObject({ number: 2, message: "Change “Welcome” to “Good day”" });
    const file = await call(`/api/v1/projects/${project.id}/versions/2/files/src/client/page.tsx`, {
      token: ada.accessToken,
    });
    expect(await file.text()).toBe(page.replace("Welcome", "Good day"));
  });

  it("is not changed where that cannot be exact, and not at a place outside the source", async () => {
    const change = { kind: "text", from: "Hello", to: "Good day" };
    expect((await readError(await post("elements/edit", { place, text: "Hello", change }), 409)).code).toBe("CONFLICT");
    const outside = { place: "src/../package.tsx:1:1", text: "", change };
    expect((await readError(await post("elements/edit", outside), 400)).code).toBe("VALIDATION_ERROR");
  });

  it("is nobody else's", async () => {
    const eve = await signUp();
    const body = { places: [place], text: "Welcome" };
    expect((await post("elements/read", body, eve.accessToken)).status).toBe(404);
    expect((await post("marked-preview", undefined, eve.accessToken)).status).toBe(404);
  });

  it("can be pointed at once there is a preview", async () => {
    expect((await readError(await post("marked-preview", undefined), 409)).message).toBe("There is no preview yet.");
  });
});

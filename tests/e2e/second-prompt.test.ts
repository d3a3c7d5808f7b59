// A second prompt changes the app that exists: its records stay, in preview and in production.
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { GenerationView } from "#protocol/project-events.ts";
import { App, Client } from "../platform/client.ts";

const platform = inject("sharedPlatform");
let client: Client;

beforeAll(async () => {
  client = await Client.register(platform.url);
});

interface Listed {
  items: Record<string, unknown>[];
}

async function complete(projectId: string, prompt: string): Promise<GenerationView> {
  const { id } = await client.generate(projectId, prompt);
  const generation = await client.waitFor(id, ["complete"]);
  expect(generation).toMatchObject({ status: "complete" });
  return generation;
}

/** The app at its two addresses. */
async function openBoth(projectId: string): Promise<App[]> {
  const urls = await Promise.all(
    ["preview", "production"].map(async (environment) => {
      const path = `/api/v1/projects/${projectId}/preview-access`;
      const { status, body } = await client.call<{ url: string }>("POST", path, { environment });
      expect(status, JSON.stringify(body)).toBeLessThan(300);
      return body.url;
    }),
  );
  return Promise.all(urls.map((url) => App.open(url)));
}

describe("a second prompt", () => {
  it("adds to the data model and keeps every record", async () => {
    const project = await client.createProject("Stock");
    await complete(project.id, "An inventory tracker with products and suppliers");
    const product = { name: "Zebrano plank", sku: "ZEB-9", price: 12.5, stockQuantity: 4, reorderLevel: 6 };
    for (const app of await openBoth(project.id)) {
      const created = await app.call("POST", "/api/products", product);
      expect(created.status, created.text).toBe(201);
    }

    const second = await complete(
      project.id,
      "Products also have a colour and belong to a warehouse. Warehouses have a name and a city.",
    );
    for (const app of await openBoth(project.id)) {
      const { items } = JSON.parse((await app.call("GET", "/api/products?q=Zebrano")).text) as Listed;
      expect(items).toMatchObject([{ ...product, colour: null, warehouseId: null }]);
      expect((await app.call("GET", "/api/warehouses")).status).toBe(200);
    }
    const events = await client.allEvents(project.id);
    const files = events.flatMap((event) =>
      event.type === "file.changed" && event.data.generationId === second.id ? [event.data] : [],
    );
    expect(files.map((file) => file.path)).not.toContain("migrations/0001_init.sql");
    expect(files.some((file) => file.path.startsWith("migrations/0002_") && file.action === "added")).toBe(true);
  });

  it("keeps what a person changed in the files, and follows a rename with the records", async () => {
    const project = await client.createProject("Edited stock");
    await complete(project.id, "An inventory tracker with products and suppliers");
    const [preview] = await openBoth(project.id);
    if (!preview) throw new Error("There is no preview.");
    const supplier = { name: "Zebrano Timber", contactName: "Ada" };
    expect((await preview.call("POST", "/api/suppliers", supplier)).status).toBe(201);

    const base = `/api/v1/projects/${project.id}/versions`;
    const read = async (version: string | number, path: string): Promise<string> =>
      (await client.call<string>("GET", `${base}/${version}/files/${encodeURIComponent(path)}`)).body;
    const page = await read(1, "index.html");
    const changes = [
      { path: "index.html", content: page.replace("</head>", '    <meta name="author" content="Ada" />\n  </head>') },
      { path: "tests/mine.test.ts", content: mine },
    ];
    const edited = await client.call<{ number: number; id: string }>("POST", base, { base: "latest", changes });
    expect(edited.status, JSON.stringify(edited.body)).toBe(201);
    const built = await client.call<GenerationView>("POST", `${base}/${edited.body.number}/build`);
    expect(built.status, JSON.stringify(built.body)).toBe(202);
    expect(await client.waitFor(built.body.id, ["complete"])).toMatchObject({ status: "complete" });
    expect((await preview.call("GET", "/")).text).toContain('content="Ada"');

    const renamed = await complete(project.id, "Rename suppliers to vendors. Products also have a colour.");
    const { items } = JSON.parse((await preview.call("GET", "/api/vendors?q=Zebrano")).text) as Listed;
    expect(items).toMatchObject([supplier]);
    expect((await preview.call("GET", "/api/suppliers")).status).toBe(404);
    expect((await preview.call("GET", "/")).text).toContain('content="Ada"');
    expect(await read(renamed.versionId ?? "", "tests/mine.test.ts")).toBe(mine);
    expect(await read(renamed.versionId ?? "", "src/shared/models.ts")).toContain("colour");
  }, 900_000);
});

const mine = `import { expect, test } from "vitest";

test("a test of my own runs with the others", () => {
  expect(1 + 1).toBe(2);
});
`;

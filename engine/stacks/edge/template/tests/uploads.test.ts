import { describe, expect, test } from "vitest";
import type { FileBucket } from "../src/server/env.ts";
import { sniff } from "../src/server/uploads/sniff.ts";
import type { ApiErrorBody } from "../src/shared/model.ts";
import { models } from "../src/shared/models.ts";
import { readValue } from "../src/shared/read-value.ts";
import { uploadName, uploadSize } from "../src/shared/uploads.ts";
import { startApp, type TestApp } from "./app.ts";
import { sampleValues } from "./sample.ts";

interface Upload {
  url: string;
  type: string;
  size: number;
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

/** A PNG's first bytes: 3 by 2 pixels. */
const png = bytesOf("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0");
const svg = bytesOf(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);

const upload = async (app: TestApp, kind: string, name: string, bytes: Uint8Array): Promise<Response> =>
  app.send("POST", `/uploads?${new URLSearchParams({ kind, name })}`, bytes);

const stored = async (app: TestApp, kind: string, name: string, bytes: Uint8Array): Promise<Upload> =>
  (await (await upload(app, kind, name, bytes)).json()) as Upload;

const read = (app: TestApp, { url }: Upload): Promise<Response> => app.send("GET", url.replace(/^\/api/, ""));

describe("a file's type", () => {
  test.each([
    { name: "a PNG", bytes: png, type: "image/png", size: { width: 3, height: 2 } },
    { name: "a GIF", bytes: bytesOf("GIF89a\x05\0\x04\0"), type: "image/gif", size: { width: 5, height: 4 } },
    {
      name: "a JPEG",
      bytes: bytesOf("\xFF\xD8\xFF\xE0\0\x04ab\xFF\xC0\0\x11\x08\0\x02\0\x03\x03\0\0\0"),
      type: "image/jpeg",
      size: { width: 3, height: 2 },
    },
    { name: "a PDF", bytes: bytesOf("%PDF-1.7"), type: "application/pdf", size: undefined },
    { name: "an SVG", bytes: svg, type: "application/octet-stream", size: undefined },
    { name: "a page", bytes: bytesOf("<!doctype html><script>"), type: "application/octet-stream", size: undefined },
    { name: "nothing", bytes: new Uint8Array(), type: "application/octet-stream", size: undefined },
  ])("is told by its bytes: $name", ({ bytes, type, size }) => {
    expect([sniff(bytes).type, sniff(bytes).size]).toEqual([type, size]);
  });
});

test("an address of an upload is a value of a field, and an address elsewhere below it is not", () => {
  const url = "/api/uploads/abcdefghij12/photo.png?size=3x2";
  expect(readValue({ type: "image" }, url)).toEqual({ value: url });
  expect([uploadName(url), uploadSize(url)]).toEqual(["photo.png", { width: 3, height: 2 }]);
  for (const wrong of ["/api/uploads/x/photo.png", "/api/uploads/abcdefghij12/../health", "/api/products"])
    expect(readValue({ type: "file" }, wrong)).toHaveProperty("problem");
});

for (const kind of ["image", "file"] as const) {
  const holder = models.find(({ fields }) => fields.some(({ type }) => type === kind));
  const field = holder?.fields.find(({ type }) => type === kind);

  describe(`an upload for a field of the type ${kind}`, () => {
    test.runIf(!holder)("is refused where no record would hold it", async () => {
      expect((await upload(startApp(), kind, "a.png", png)).status).toBe(404);
    });

    test.runIf(holder)("comes back as it was, and cannot run in the app's origin", async () => {
      const app = startApp();
      // Longer than one piece in the database.
      const bytes = new Uint8Array(600_000).fill(7);
      bytes.set(png);
      const answer = await stored(app, kind, "../My photo?.png", bytes);
      expect(answer).toMatchObject({ type: "image/png", size: bytes.length });
      expect(answer.url).toMatch(/^\/api\/uploads\/[a-z0-9]{12}\/My-photo-\.png\?size=3x2$/);
      const response = await read(app, answer);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
      expect(response.headers.get("Content-Type")).toBe("image/png");
      expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(response.headers.get("Content-Security-Policy")).toContain("sandbox");
      expect((await app.send("GET", "/uploads/abcdefghij12/none.png")).status).toBe(404);
    });

    test.runIf(holder)("that could be a script is refused as a picture, and otherwise only downloaded", async () => {
      const app = startApp();
      if (kind === "image") {
        const refused = await upload(app, kind, "logo.svg", svg);
        expect([refused.status, ((await refused.json()) as ApiErrorBody).error.code]).toEqual([400, "VALIDATION_ERROR"]);
        return;
      }
      const response = await read(app, await stored(app, kind, "page.html", svg));
      expect(response.headers.get("Content-Type")).toBe("application/octet-stream");
      expect(response.headers.get("Content-Disposition")).toMatch(/^attachment;/);
    });

    test.runIf(holder)("is limited", async () => {
      const app = startApp();
      expect((await upload(app, kind, "empty.png", new Uint8Array())).status).toBe(400);
      expect((await upload(app, kind, "large.png", new Uint8Array(10_000_001))).status).toBe(413);
    });

    test.runIf(holder)("lives as long as a record holds it, also in the trash", async () => {
      if (!holder || !field) return;
      const app = startApp();
      const answer = await stored(app, kind, "a.png", png);
      const values = { ...(await sampleValues(app, holder)), [field.key]: answer.url };
      const { body } = await app.call("POST", `/${holder.slug}`, values);
      expect(body[field.key]).toBe(answer.url);
      const path = `/${holder.slug}/${body.id}`;
      await app.call("DELETE", path);
      expect((await read(app, answer)).status).toBe(200);
      await app.call("DELETE", `${path}?permanent=true`);
      expect((await read(app, answer)).status).toBe(404);
    });

    test.runIf(holder)("lies in the bucket where the host gives one", async () => {
      if (!holder || !field) return;
      const files = new Map<string, Uint8Array>();
      const FILES: FileBucket = {
        put: (key, bytes) => Promise.resolve(files.set(key, bytes)),
        get: (key) => {
          const body = new Response(Uint8Array.from(files.get(key) ?? [])).body;
          return Promise.resolve(files.has(key) && body ? { body } : null);
        },
        delete: (keys) => {
          for (const key of keys) files.delete(key);
          return Promise.resolve();
        },
      };
      const app = startApp({ env: { FILES } });
      const answer = await stored(app, kind, "a.png", png);
      expect(files.size).toBe(1);
      expect(new Uint8Array(await (await read(app, answer)).arrayBuffer())).toEqual(png);
      const values = { ...(await sampleValues(app, holder)), [field.key]: answer.url };
      const { body } = await app.call("POST", `/${holder.slug}`, values);
      await app.call("DELETE", `/${holder.slug}/${body.id}?permanent=true`);
      expect(files.size).toBe(0);
    });
  });
}

// Pictures by their address, against hosts that answer in this process.
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { pngOf } from "#engine/attachments/fixtures.ts";
import { createApp } from "../../app.ts";
import type { UploadedAsset } from "../../schemas/assets.ts";
import type { ProjectView } from "../../schemas/projects.ts";
import { createProject, env, origin, read, readError, signUp, type SignedUp } from "../../test-client.ts";

let ada: SignedUp;
let project: ProjectView;
beforeAll(async () => {
  ada = await signUp();
  project = await createProject(ada.accessToken);
});

const png = pngOf(40, 30);
const redirect = (to: string) => new Response(null, { status: 302, headers: { location: to } });
let hosts: Record<string, () => Response>;
let asked: Request[];

beforeEach(() => {
  asked = [];
  hosts = { "https://pictures.example.com/shots/home%20page.png?size=2": () => new Response(png) };
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input instanceof URL ? input.href : input, init);
    asked.push(request);
    const answer = hosts[request.url];
    if (!answer) throw new TypeError("Nobody is there.");
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const fetchPicture = (url: string, variables = {}, token = ada.accessToken): Promise<Response> =>
  Promise.resolve(
    createApp().fetch(
      new Request(`${origin}/api/v1/projects/${project.id}/assets/fetch`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ url }),
      }),
      { ...env, ...variables },
    ),
  );

describe("a picture by its address", () => {
  it("is stored like one that was uploaded, and asked for without credentials", async () => {
    const url = "https://pictures.example.com/shots/home%20page.png?size=2";
    const asset = await read<UploadedAsset>(await fetchPicture(url), 201);
    expect(asset).toMatchObject({
      name: "home page.png",
      kind: "image",
      mediaType: "image/png",
      width: 40,
      height: 30,
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers.has("cookie") || asked[0]?.headers.has("authorization")).toBe(false);
    expect(asked[0]?.redirect).toBe("manual");
  });

  it("may lead on to another public address", async () => {
    hosts["https://short.example.com/x"] = () => redirect("//pictures.example.com/shots/home%20page.png?size=2");
    expect(await read<UploadedAsset>(await fetchPicture("https://short.example.com/x"), 201)).toMatchObject({
      name: "home page.png",
    });
  });

  it.each([
    "http://pictures.example.com/x.png",
    "https://127.0.0.1/x.png",
    "https://localhost:8787/x.png",
    "https://[::1]/x.png",
    "https://169.254.169.254/latest/meta-data",
    "https://2130706433/x.png",
    "https://10.1.2.3/x.png",
    "https://metadata.google.internal/x.png",
    "https://ada:word@pictures.example.com/x.png",
    "file:///etc/passwd",
    "data:image/png;base64,AAAA",
    "nonsense",
  ])("is not fetched from %s", async (url) => {
    expect((await readError(await fetchPicture(url), 400)).code).toBe("VALIDATION_ERROR");
    expect(asked).toEqual([]);
  });

  it.each(["http://127.0.0.1:9/x.png", "https://192.168.0.1/x.png", "file:///etc/passwd"])(
    "is not fetched when the address leads on to %s",
    async (to) => {
      hosts["https://evil.example.com/x.png"] = () => redirect(to);
      const { message } = await readError(await fetchPicture("https://evil.example.com/x.png"), 400);
      expect(message).toContain("leads on to another one");
      expect(asked).toHaveLength(1);
    },
  );

  it("is given up after three redirects", async () => {
    hosts["https://circle.example.com/x"] = () => redirect("https://circle.example.com/x");
    expect((await readError(await fetchPicture("https://circle.example.com/x"), 400)).message).toContain("on and on");
    expect(asked).toHaveLength(4);
  });

  it.each([
    { what: "an error", answer: () => new Response("no", { status: 404 }), status: 400, says: "answered 404" },
    { what: "a page", answer: () => new Response("<html><title>x</title></html>"), status: 415, says: "" },
    { what: "a table", answer: () => new Response("name,email\nAda,ada@example.com\n"), status: 415, says: "image" },
    {
      what: "endless bytes",
      answer: () =>
        new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_048_576)) })),
      status: 413,
      says: "10 MB",
    },
    {
      what: "half an answer",
      answer: () =>
        new Response(
          new ReadableStream({
            pull: (controller) => controller.error(new Error("gone")),
          }),
        ),
      status: 400,
      says: "broke off",
    },
  ])("is refused when there is $what instead", async ({ answer, status, says }) => {
    hosts["https://pictures.example.com/x.png"] = answer;
    const { message } = await readError(await fetchPicture("https://pictures.example.com/x.png"), status);
    expect(message).toContain(says);
  });

  it("may stand on this machine where the configuration says so", async () => {
    hosts["http://127.0.0.1:9000/x.png"] = () => new Response(png);
    const local = { NEXUSGEN_PICTURE_HOSTS: "loopback" };
    expect((await fetchPicture("http://127.0.0.1:9000/x.png", local)).status).toBe(201);
    expect((await fetchPicture("http://10.0.0.1/x.png", local)).status).toBe(400);
  });

  it("cannot be put into a stranger's project", async () => {
    const bob = await signUp();
    const url = "https://pictures.example.com/shots/home%20page.png?size=2";
    expect((await fetchPicture(url, {}, bob.accessToken)).status).toBe(404);
    expect(asked).toEqual([]);
  });
});

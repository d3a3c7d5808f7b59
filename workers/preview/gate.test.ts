import { describe, expect, it } from "vitest";
import { SignJWT } from "jose";
import { variables } from "../env.ts";
import { signPreviewUrl } from "./access.ts";
import { eventually } from "../../tests/eventually.ts";
import { projectStub } from "../api/project-stub.ts";
import { cookieOf, createApp, env, gate, server } from "./app.fixture.ts";

const page = { "dist/client/index.html": "<h1>Hello</h1>", ...server("return new Response('server');") };
const echo = server("return Response.json({ url: request.url, headers: Object.fromEntries(request.headers) });");

describe("the way in", () => {
  it("turns the token of a link into a cookie and leads to the clean address", async () => {
    const app = await createApp(page);
    const response = await gate(new Request(await app.link("/notes?tab=1"), { redirect: "manual" }));
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/notes?tab=1");
    const [plain, embedded] = response.headers.getSetCookie();
    expect(plain).toMatch(/^nx_access=.*HttpOnly; Path=\/; Max-Age=\d+; SameSite=Lax$/);
    expect(embedded).toMatch(/^nx_embed=.*HttpOnly; Path=\/; Max-Age=\d+; SameSite=None; Secure; Partitioned$/);
  });

  it("never leads a visitor to another host", async () => {
    const app = await createApp(page);
    const url = new URL(await app.link());
    url.pathname = "//evil.example/x";
    const response = await gate(new Request(url, { redirect: "manual" }));
    expect(response.headers.get("location")).toBe("/evil.example/x");
  });

  it.each(["nx_access", "nx_embed"])("accepts the cookie %s", async (name) => {
    const app = await createApp(page);
    const redeemed = await gate(new Request(await app.link(), { redirect: "manual" }));
    const token = cookieOf(redeemed).split("=")[1];
    const response = await app.knock("/", { headers: { cookie: `${name}=${token}` } });
    expect(await response.text()).toBe("<h1>Hello</h1>");
  });

  it("lets the good cookie count beside one that a neighbour planted", async () => {
    const app = await createApp(page);
    const good = cookieOf(await gate(new Request(await app.link(), { redirect: "manual" })));
    const response = await app.knock("/", { headers: { cookie: `nx_access=planted; ${good}` } });
    expect(response.status).toBe(200);
  });

  it("shows a stranger a page that says what to do", async () => {
    const app = await createApp(page);
    const response = await app.knock("/", { headers: { accept: "text/html" } });
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain("This link has expired");
  });

  it("opens the production app of a public project to everyone, its preview to nobody else", async () => {
    const production = await createApp(page, { environment: "production", visibility: "public" });
    expect((await production.knock("/")).status).toBe(200);
    const preview = await createApp(page, { visibility: "public" });
    expect((await preview.knock("/")).status).toBe(401);
  });
});

describe("tokens that do not fit", () => {
  it("refuses the cookie of another project", async () => {
    const [mine, theirs] = [await createApp(page), await createApp(page)];
    const cookie = cookieOf(await gate(new Request(await mine.link(), { redirect: "manual" })));
    expect((await theirs.knock("/", { headers: { cookie } })).status).toBe(401);
  });

  it("gives no cookie for the link of another project", async () => {
    const [mine, theirs] = [await createApp(page), await createApp(page)];
    const token = new URL(await mine.link()).searchParams.get("nx_access");
    const response = await theirs.knock(`/?nx_access=${token}`);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("refuses a preview's link on the production host of the same project", async () => {
    const app = await createApp(page, { environment: "production" });
    const link = await signPreviewUrl(variables(env), { ...app, environment: "preview" });
    const response = await app.knock(`/${new URL(link).search}`);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it("refuses a link's token as a cookie, so that a leaked address is not a session", async () => {
    const app = await createApp(page);
    const token = new URL(await app.link()).searchParams.get("nx_access");
    expect((await app.knock("/", { headers: { cookie: `nx_access=${token}` } })).status).toBe(401);
  });

  it.each([
    { name: "an expired one", expires: -10, key: (secret: string) => `preview-access:${secret}` },
    { name: "one signed with the API's bare secret", expires: 60, key: (secret: string) => secret },
  ])("refuses $name", async ({ expires, key }) => {
    const app = await createApp(page);
    const token = await new SignJWT({ env: "preview" })
      .setProtectedHeader({ alg: "HS256" })
      .setSubject(app.projectId)
      .setAudience("preview-cookie")
      .setExpirationTime(Math.floor(Date.now() / 1000) + expires)
      .sign(new TextEncoder().encode(key(env.AUTH_SECRET)));
    expect((await app.knock("/", { headers: { cookie: `nx_access=${token}` } })).status).toBe(401);
  });
});

describe("what there is to see", () => {
  it("answers 404 for an unknown label, a deleted project and an impossible host", async () => {
    const deleted = await createApp(page, { isDeleted: true });
    expect((await deleted.knock("/")).status).toBe(404);
    for (const host of ["nobody--preview", "a.b", "-x", "x_y"]) {
      const response = await gate(new Request(`http://${host}.${env.PREVIEW_DOMAIN}/`));
      expect(response.status).toBe(404);
    }
  });

  it("says so when nothing is deployed yet", async () => {
    const app = await createApp(null);
    const response = await app.visit("/");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("first successful deployment");
  });

  it("shows the newest deployment", async () => {
    const app = await createApp(page);
    await app.deploy({ ...page, "dist/client/index.html": "<h1>Second</h1>" });
    expect(await (await app.visit("/")).text()).toBe("<h1>Second</h1>");
  });
});

describe("what passes", () => {
  it("lets the project page frame a preview that itself wants no frame, and leaves the rest of its policy", async () => {
    const body =
      "return new Response('x', { headers: { 'content-security-policy': \"img-src 'self'; frame-ancestors 'none'; base-uri 'self'\" } });";
    const preview = await (await createApp(server(body))).visit("/");
    const policies = preview.headers.get("content-security-policy");
    expect(policies).toBe(`img-src 'self';; base-uri 'self', frame-ancestors 'self' ${env.APP_ORIGIN}`);
    const published = await (await createApp(server(body), { environment: "production" })).visit("/");
    expect(published.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("keeps the visitor's access and our headers from the app, and its host as it was", async () => {
    const app = await createApp(echo);
    const response = await app.visit("/api/x", {
      headers: { cookie: "theme=dark", "x-nexus-app": "prj_other:preview", "x-nexus-internal": "guess" },
    });
    const seen = await response.json<{ url: string; headers: Record<string, string> }>();
    expect(seen.headers["cookie"]).toBe("theme=dark");
    expect(Object.keys(seen.headers).filter((name) => name.startsWith("x-nexus-"))).toEqual([]);
    expect(new URL(seen.url).host).toBe(`${app.label}--preview.${env.PREVIEW_DOMAIN}`);
  });

  it("treats our own control paths as paths of the app", async () => {
    const app = await createApp(server("return new Response('the app: ' + new URL(request.url).pathname);"));
    for (const path of ["/__nexus/ping", "/__nexus/apps/x", "/blobs/abc"]) {
      expect(await (await app.visit(path, { method: "DELETE" })).text()).toBe(`the app: ${path}`);
    }
  });

  it("lets the platform alone frame the app, whatever the app says", async () => {
    const app = await createApp(
      server(
        "return new Response('x', { headers: { 'x-frame-options': 'ALLOWALL', 'content-security-policy': \"img-src 'self'\" } });",
      ),
    );
    const { headers } = await app.visit("/api/x");
    expect(headers.get("content-security-policy")).toBe(`img-src 'self', frame-ancestors 'self' ${env.APP_ORIGIN}`);
    expect(headers.get("x-frame-options")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("confines the app's cookies to its own host", async () => {
    const app = await createApp(
      server(`
        const headers = new Headers();
        headers.append("set-cookie", "session=1; Domain=${"localhost"}; Path=/; HttpOnly");
        headers.append("set-cookie", "nx_access=forged; Path=/");
        return new Response("x", { headers });
      `),
    );
    const response = await app.visit("/api/x");
    expect(response.headers.getSetCookie()).toEqual(["session=1; Path=/; HttpOnly"]);
  });

  it("makes the app's cookies work inside the platform's iframe, and leaves them alone in a tab", async () => {
    const app = await createApp(
      server("return new Response('x', { headers: { 'set-cookie': 'session=1; Path=/; HttpOnly; SameSite=Lax' } });"),
    );
    const redeemed = await gate(new Request(await app.link(), { redirect: "manual" }));
    const token = cookieOf(redeemed).split("=")[1];
    const given = async (cookie: string): Promise<string[]> =>
      (await app.knock("/api/x", { headers: { cookie } })).headers.getSetCookie();
    expect(await given(`nx_embed=${token}`)).toEqual([
      "session=1; Path=/; HttpOnly; SameSite=None; Secure; Partitioned",
    ]);
    expect(await given(`nx_embed=${token}; nx_access=${token}`)).toEqual(["session=1; Path=/; HttpOnly; SameSite=Lax"]);
  });

  it("passes redirects, methods and bodies through as they are", async () => {
    const app = await createApp(
      server(
        "return new Response(await request.text(), { status: 302, headers: { location: '/there', 'x-method': request.method } });",
      ),
    );
    const response = await app.visit("/api/x", { method: "PUT", body: "payload" });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/there");
    expect(response.headers.get("x-method")).toBe("PUT");
    expect(await response.text()).toBe("payload");
  });

  it("passes sockets and streams through", async () => {
    const app = await createApp(
      server(`
        if (request.headers.get("upgrade") !== "websocket") {
          const { readable, writable } = new TransformStream();
          const writer = writable.getWriter();
          void writer.write(new TextEncoder().encode("first")).then(() => writer.close());
          return new Response(readable);
        }
        const { 0: client, 1: mine } = new WebSocketPair();
        mine.accept();
        mine.addEventListener("message", ({ data }) => mine.send("echo " + data));
        return new Response(null, { status: 101, webSocket: client });
      `),
    );
    expect(await (await app.visit("/api/stream")).text()).toBe("first");
    const { webSocket } = await app.visit("/api/socket", { headers: { upgrade: "websocket" } });
    const heard = new Promise((resolve) => webSocket?.addEventListener("message", ({ data }) => resolve(data)));
    webSocket?.accept();
    webSocket?.send("hello");
    expect(await heard).toBe("echo hello");
  });
});

describe("a page in the project page's frame", () => {
  const framed = { headers: { accept: "text/html", "sec-fetch-dest": "iframe" } };

  it("begins with the script that speaks to the platform's origin, and no other page does", async () => {
    const app = await createApp({ ...page, "dist/client/index.html": "<html><head></head><h1>Hello</h1></html>" });
    const inFrame = await (await app.visit("/", framed)).text();
    expect(inFrame).toContain(
      '<head><script src="/__nexus/frame/bridge.js" data-platform="http://localhost:8787" defer></script>',
    );
    const inTab = await app.visit("/", { headers: { accept: "text/html", "sec-fetch-dest": "document" } });
    expect(await inTab.text()).not.toContain("/__nexus/frame/");
  });

  it("has none in production, where the path is the app's own", async () => {
    const files = {
      "dist/client/index.html": "<head></head><h1>Hello</h1>",
      ...server("return new Response('mine');"),
    };
    const app = await createApp(files, { environment: "production" });
    expect(await (await app.visit("/", framed)).text()).not.toContain("/__nexus/frame/");
    expect(await (await app.visit("/__nexus/frame/bridge.js")).text()).toBe("mine");
  });

  it("gets its scripts only with access to the preview", async () => {
    const app = await createApp(page);
    expect((await app.knock("/__nexus/frame/bridge.js")).status).toBe(401);
    expect((await app.visit("/__nexus/frame/bridge.js", { method: "POST" })).status).toBe(405);
  });
});

describe("what a preview's server answered", () => {
  it("is told to its project, without queries and without files", async () => {
    const app = await createApp({ ...server("return new Response('no', { status: 418 });"), "dist/client/a.js": "1" });
    await app.visit("/api/tea?secret=1", { method: "POST" });
    await app.visit("/a.js");
    const seen = await eventually(async () => {
      const requests = await projectStub(env, app.projectId).requests();
      expect(requests).toHaveLength(1);
      return requests;
    });
    expect(seen).toMatchObject([{ method: "POST", path: "/api/tea", status: 418 }]);
  });
});

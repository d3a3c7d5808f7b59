import { describe, expect, it } from "vitest";
import { serveWeb } from "./serve-web.ts";
import { env, origin } from "./test-client.ts";

const page = () => new Response("<!doctype html>", { headers: { "content-type": "text/html; charset=utf-8" } });
const script = () => new Response("1", { headers: { "content-type": "text/javascript" } });

/** The web app as built: its shell, and `files`. */
function web(
  path: string,
  files: Record<string, () => Response> = {},
  bindings: Partial<typeof env> = {},
  headers: Record<string, string> = {},
) {
  const built: Record<string, () => Response> = { "/": page, "/home": page, ...files };
  const missing = () => new Response("Not found", { status: 404 });
  const ASSETS = { fetch: async (request: Request) => (built[new URL(request.url).pathname] ?? missing)() };
  return serveWeb(new Request(origin + path, { headers }), { ...env, ...bindings, ASSETS } as unknown as typeof env);
}

describe("the web app", () => {
  it.each([
    ["/projects/prj_x", 200],
    ["/login", 200],
    ["/nothing-here", 404],
    ["/projects/prj_x/else", 404],
  ])("answers %s with its page and %i, checked for a newer one each time", async (path, status) => {
    const response = await web(path);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe("<!doctype html>");
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  it("has no page for a file that is not there", async () => {
    const response = await web("/apple-touch-icon.png");
    expect(response.status).toBe(404);
    expect(await response.text()).toBe("There is no such file.");
  });

  it("lets hashed files be kept for ever, and no others", async () => {
    const files = { "/assets/index-B4x9Kq2Z.js": script, "/theme.js": script };
    expect((await web("/assets/index-B4x9Kq2Z.js", files)).headers.get("cache-control")).toContain("immutable");
    expect((await web("/theme.js", files)).headers.get("cache-control")).toBe("no-cache");
  });

  it("does not give the page for a script of an older build", async () => {
    const response = await web("/assets/index-OLDOLDOL.js");
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("no-cache");
  });

  it("gives the drawn front page for the front alone", async () => {
    const drawn = () => new Response("<h1>Drawn</h1>", { headers: { "content-type": "text/html; charset=utf-8" } });
    expect(await (await web("/", { "/home": drawn })).text()).toBe("<h1>Drawn</h1>");
    expect(await (await web("/projects", { "/home": drawn })).text()).toBe("<!doctype html>");
  });

  it("names its own origin in pages and in what lists them, and leaves scripts as they are", async () => {
    const text = (type: string) => () =>
      new Response("https://origin.invalid/pricing", { headers: { "content-type": type, "content-length": "30" } });
    const files = {
      "/pricing": text("text/html; charset=utf-8"),
      "/robots.txt": text("text/plain"),
      "/sitemap.xml": text("application/xml"),
      "/theme.js": text("text/javascript"),
    };
    for (const path of ["/pricing", "/robots.txt", "/sitemap.xml"]) {
      const response = await web(path, files, { APP_ORIGIN: "https://nexusgen.example.com" });
      expect(await response.text()).toBe("https://nexusgen.example.com/pricing");
      expect(response.headers.get("content-length")).not.toBe("30");
    }
    expect(await (await web("/theme.js", files)).text()).toBe("https://origin.invalid/pricing");
  });

  it("packs texts on a local machine, where nobody before it does, for those who can read that", async () => {
    const long = (type: string) => () =>
      new Response("1".repeat(2_000), { headers: { "content-type": type, "content-length": "2000", etag: '"a"' } });
    const files = { "/theme.js": long("text/javascript"), "/og.png": long("image/png") };
    const local = { NEXUSGEN_LOCAL: "true" };
    const reads = { "accept-encoding": "gzip, br" };
    const packed = (await web("/theme.js", files, local, reads)).headers;
    expect(packed.get("content-encoding")).toBe("gzip");
    expect(packed.get("content-length")).toBeNull();
    expect(packed.get("etag")).toBe('W/"a"');
    const plain = (await web("/theme.js", files, local)).headers;
    expect(plain.get("content-encoding")).toBeNull();
    expect(plain.get("vary")).toBe("accept-encoding");
    expect((await web("/og.png", files, local, reads)).headers.get("content-encoding")).toBeNull();
    expect((await web("/theme.js", files, {}, reads)).headers.get("content-encoding")).toBeNull();
  });

  it("forbids inline script and framing, and allows its socket and the previews' frames", async () => {
    const policy =
      (await web("/", {}, { PREVIEW_DOMAIN: "apps.example.com" })).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self' ws://localhost:8787");
    expect(policy).toContain("https://*.apps.example.com");
  });
});

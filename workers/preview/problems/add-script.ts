// Puts scripts of the platform into the pages of an app. They come from the app's own origin, so an app's content
// security policy needs no exception for them; a page whose policy does not allow that is left as it is.
import { reservedPaths, revisionMark } from "./page-script.ts";

/** The script that reports problems. */
export function reportTag(revision: string): string {
  return `<script src="${reservedPaths.script}?v=${revisionMark(revision)}" defer></script>`;
}

/** Without the conditions of a request that would bring back a page from before, or after, it was watched. */
export function asksForPage(headers: Headers): boolean {
  return (headers.get("accept") ?? "").includes("text/html");
}

export function withoutConditions(headers: Headers): void {
  headers.delete("if-none-match");
  headers.delete("if-modified-since");
}

/** `tags`: script elements, in their order. */
export function addScripts(request: Request, response: Response, tags: string): Response {
  if (tags === "" || !isPage(request, response)) return response;
  const headers = new Headers(response.headers);
  // The page is no longer the one that these describe.
  for (const name of ["content-length", "etag", "last-modified", "accept-ranges"]) headers.delete(name);
  const page = new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  let added = false;
  return new HTMLRewriter()
    .on("head", {
      element(head) {
        if (!added) head.prepend(tags, { html: true });
        added = true;
      },
    })
    .transform(page);
}

function isPage(request: Request, { headers, body }: Response): boolean {
  if (request.method !== "GET" || body === null) return false;
  const wantedFor = request.headers.get("sec-fetch-dest") ?? "document";
  return (
    ["document", "iframe", "frame"].includes(wantedFor) &&
    /^text\/html\b/i.test(headers.get("content-type") ?? "") &&
    !headers.has("content-encoding") &&
    policiesAllow(headers.get("content-security-policy"))
  );
}

/** Whether each policy lets scripts of the page's own origin run, and reach it. */
function policiesAllow(policies: string | null): boolean {
  return (policies ?? "").split(",").every((policy) => {
    const directives = new Map(
      policy
        .split(";")
        .map((directive) => directive.trim().toLowerCase().split(/\s+/))
        .map(([name = "", ...sources]) => [name, sources] as const),
    );
    if (directives.has("sandbox")) return false;
    const first = (...names: string[]) => names.map((name) => directives.get(name)).find((each) => each !== undefined);
    const scripts = first("script-src-elem", "script-src", "default-src");
    const connects = first("connect-src", "default-src");
    const allows = (sources: readonly string[] | undefined): boolean =>
      sources === undefined || sources.includes("'self'") || sources.includes("*");
    return allows(scripts) && !scripts?.includes("'strict-dynamic'") && allows(connects);
  });
}

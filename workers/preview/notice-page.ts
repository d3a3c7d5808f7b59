// What a visitor sees instead of an app. One page without script or outside resource; JSON for clients that ask for it.

export interface Notice {
  status: 401 | 404 | 500 | 502 | 503 | 504;
  code: "AUTHENTICATION_ERROR" | "NOT_FOUND_ERROR" | "SYSTEM_ERROR";
  title: string;
  text: string;
  /** Where to go on. */
  link?: { href: string; label: string };
  retryAfterSeconds?: number;
}

export function noticeResponse(request: Request, notice: Notice): Response {
  const headers = new Headers({
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  if (notice.retryAfterSeconds) headers.set("retry-after", String(notice.retryAfterSeconds));
  if (!(request.headers.get("accept") ?? "").includes("text/html")) {
    const error = { code: notice.code, message: notice.text, requestId: crypto.randomUUID() };
    return Response.json({ error }, { status: notice.status, headers });
  }
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
  return new Response(page(notice), { status: notice.status, headers });
}

function page({ title, text, link }: Notice): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { min-height: 100vh; margin: 0; display: grid; place-items: center; }
main { max-width: 32rem; padding: 2rem; }
h1 { font-size: 1.375rem; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
a { color: LinkText; }
</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${
    link ? `<p><a href="${escapeHtml(link.href)}" target="_top">${escapeHtml(link.label)}</a></p>` : ""
  }</main></body>
</html>
`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

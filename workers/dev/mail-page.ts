// The outbox of a local run as a page, so that what would have been mailed can be read. `npm start` alone switches it on.
import { openDatabase } from "#db/client.ts";
import { newestMails } from "#db/queries/notifications.ts";
import type { Mail } from "#db/schema/index.ts";
import { securePage } from "../api/middleware/security-headers.ts";
import { variables, type Env } from "../env.ts";
import { escapeHtml } from "../notify/mail/write-mail.ts";

const shown = 100;

/** Null where the page does not exist: anywhere but on the platform's own host, in a local run. */
export async function serveMailPage(request: Request, env: Env): Promise<Response | null> {
  const { pathname, host } = new URL(request.url);
  if (pathname !== "/dev/mail" || env.NEXUSGEN_LOCAL !== "true") return null;
  if (host !== new URL(variables(env).APP_ORIGIN).host) return null;
  const mails = await newestMails(openDatabase(env.DB), shown);
  const response = new Response(page(mails), {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
  securePage(response.headers, env, request);
  return response;
}

const statusWords: Readonly<Record<Mail["status"], string>> = {
  kept: "kept here: no mail provider is set up",
  pending: "on its way",
  sent: "sent",
  failed: "not sent",
};

function page(mails: readonly Mail[]): string {
  const items = mails.map(
    ({ subject, recipient, createdAt, status, error, text }) => `<li><article>
<h2>${escapeHtml(subject)}</h2>
<p class="meta">To ${escapeHtml(recipient)} · <time datetime="${createdAt}">${createdAt.replace("T", " ").slice(0, 19)} UTC</time> · ${statusWords[status]}${error === null ? "" : ` (${escapeHtml(error)})`}</p>
<pre>${linked(escapeHtml(text))}</pre>
</article></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<title>Outbox · NexusGen</title>
<link rel="icon" href="/favicon.svg">
<style>
body { font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 2rem 1rem; }
ul { list-style: none; padding: 0; display: grid; gap: 1rem; }
article { border: 1px solid color-mix(in oklab, currentcolor 20%, transparent); border-radius: 12px; padding: 1rem 1.25rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin: 0; }
.meta { margin: .15rem 0 .75rem; font-size: .85rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: inherit; }
</style>
</head>
<body><main>
<h1>Outbox</h1>
<p>What this platform mailed, or would have mailed. Only a local run shows this page.</p>
${items.length === 0 ? "<p>Nothing yet. A mail is written when a run that took over a minute ends or waits for its user.</p>" : `<ul>${items.join("\n")}</ul>`}
</main></body>
</html>`;
}

const linked = (text: string): string => text.replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

import { headers } from "next/headers";

/** The app's public address, for what has to be absolute: the sitemap and shared links. */
export async function siteOrigin(): Promise<string> {
  const configured = process.env["SITE_URL"];
  if (configured) return configured.replace(/\/+$/, "");
  const incoming = await headers();
  const host = incoming.get("x-forwarded-host") ?? incoming.get("host") ?? "localhost:3000";
  const isLocal = /^(localhost|127\.|\[::1\])/.test(host) || host.includes(".localhost");
  return `${incoming.get("x-forwarded-proto") ?? (isLocal ? "http" : "https")}://${host}`;
}

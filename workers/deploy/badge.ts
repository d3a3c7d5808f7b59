// A badge for a README: what an environment serves, as an SVG. Its address is signed, since the state of a private project
// is nobody else's business.
import type { DeploymentStatus } from "#protocol/deployments.ts";

/** URL-safe; changes with AUTH_SECRET alone. */
export async function badgeKey(secret: string, projectId: string, environment: string): Promise<string> {
  const text = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", text.encode(`badge:${secret}`), algorithm, false, ["sign"]);
  const signed = await crypto.subtle.sign("HMAC", key, text.encode(`${projectId}:${environment}`));
  return new Uint8Array(signed).slice(0, 15).toBase64({ alphabet: "base64url", omitPadding: true });
}

const colours = { ready: "#1a7f4b", failed: "#b42318", busy: "#0b6477", none: "#5b6770" } as const;
/** Pixels; of Verdana at 11 px, which badges have always been set in, on the average. */
const signWidth = 6.6;

export function drawBadge(
  environment: string,
  serves: { versionNumber: number | null; status: DeploymentStatus } | null,
): string {
  const words = serves === null ? "not deployed" : wordsOf(serves);
  const colour = serves === null ? colours.none : colourOf(serves.status);
  const left = Math.round(environment.length * signWidth) + 14;
  const right = Math.round(words.length * signWidth) + 14;
  const label = `${environment}: ${words}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}"><title>${label}</title><clipPath id="r"><rect width="${left + right}" height="20" rx="4"/></clipPath><g clip-path="url(#r)"><rect width="${left}" height="20" fill="#263238"/><rect x="${left}" width="${right}" height="20" fill="${colour}"/></g><g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11"><text x="${left / 2}" y="14">${environment}</text><text x="${left + right / 2}" y="14">${words}</text></g></svg>\n`;
}

function wordsOf({ versionNumber, status }: { versionNumber: number | null; status: DeploymentStatus }): string {
  const version = versionNumber === null ? "" : `v${versionNumber} `;
  return `${version}${status === "ready" ? "live" : status}`;
}

function colourOf(status: DeploymentStatus): string {
  if (status === "ready" || status === "failed") return colours[status];
  return status === "cancelled" ? colours.none : colours.busy;
}

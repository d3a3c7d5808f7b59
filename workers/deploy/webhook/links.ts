// Signed addresses that a receiver gets with a message: archives of a version, for an hour, and where to say what became
// of a deployment. Whoever has one may use it; AUTH_SECRET alone makes them.
import { Buffer } from "node:buffer";
import { timingSafeEqual } from "node:crypto";

export const archiveFormats = ["source", "static"] as const;
export type ArchiveFormat = (typeof archiveFormats)[number];

export interface Archive {
  projectId: string;
  versionId: string;
  format: ArchiveFormat;
  /** Unix seconds. */
  expires: number;
}

interface Origin {
  APP_ORIGIN: string;
  AUTH_SECRET: string;
}

export const archiveLivesSeconds = 60 * 60;

export async function archiveLink({ APP_ORIGIN, AUTH_SECRET }: Origin, archive: Archive): Promise<string> {
  const { projectId, versionId, format, expires } = archive;
  const key = await sign(AUTH_SECRET, partsOf(archive));
  return `${APP_ORIGIN}/api/v1/deploy-archives/${projectId}/${versionId}/${format}/${expires}/${key}`;
}

export async function isArchiveKey(secret: string, archive: Archive, key: string): Promise<boolean> {
  return archive.expires * 1_000 > Date.now() && isSame(key, await sign(secret, partsOf(archive)));
}

export async function reportLink({ APP_ORIGIN, AUTH_SECRET }: Origin, deploymentId: string): Promise<string> {
  return `${APP_ORIGIN}/api/v1/deploy-reports/${deploymentId}/${await sign(AUTH_SECRET, ["report", deploymentId])}`;
}

export async function isReportKey(secret: string, deploymentId: string, key: string): Promise<boolean> {
  return isSame(key, await sign(secret, ["report", deploymentId]));
}

const partsOf = ({ projectId, versionId, format, expires }: Archive) => [
  "archive",
  projectId,
  versionId,
  format,
  String(expires),
];

async function sign(secret: string, parts: readonly string[]): Promise<string> {
  const text = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", text.encode(`deploy-links:${secret}`), algorithm, false, ["sign"]);
  const signed = await crypto.subtle.sign("HMAC", key, text.encode(JSON.stringify(parts)));
  return Buffer.from(signed).subarray(0, 24).toString("base64url");
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

import { decodeJwt } from "jose";
import type { Variables } from "../env.ts";
import { accessParameter, signPreviewUrl } from "../preview/access.ts";

/** Left of a link's life when it is replaced: it must still open after a person has read the answer. */
const renewBelowSeconds = 15 * 60;

/** The stored address while its access lasts, so that a page polling it does not reload its frame; then a new one. */
export async function renewPreviewUrl(
  settings: Variables,
  project: { id: string; hostLabel: string },
  stored: string,
): Promise<string> {
  const token = URL.parse(stored)?.searchParams.get(accessParameter);
  if (token && secondsLeft(token) > renewBelowSeconds) return stored;
  return signPreviewUrl(settings, { projectId: project.id, label: project.hostLabel, environment: "preview" });
}

function secondsLeft(token: string): number {
  try {
    return (decodeJwt(token).exp ?? 0) - Date.now() / 1000;
  } catch {
    return 0;
  }
}

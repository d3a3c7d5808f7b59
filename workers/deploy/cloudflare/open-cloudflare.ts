// Cloudflare's own client, with the few resources that deploying needs. This file also runs in Node, against a stand-in.
import { APIError } from "cloudflare";
import { BaseDatabase } from "cloudflare/resources/d1/database/database";
import { BaseUpload as AssetUpload } from "cloudflare/resources/workers/assets/upload";
import { BaseWorkers } from "cloudflare/resources/workers/beta/workers/workers";
import { BaseVersions } from "cloudflare/resources/workers/beta/workers/versions";
import { BaseUpload as UploadSession } from "cloudflare/resources/workers/scripts/assets/upload";
import { BaseDeployments } from "cloudflare/resources/workers/scripts/deployments";
import { BaseSubdomains } from "cloudflare/resources/workers/subdomains";
import { createClient } from "cloudflare/tree-shakable";
import { ShipRefusal } from "../provider.ts";

export interface CloudflareAccount {
  /** Of the API; Cloudflare's own when empty. */
  url?: string | undefined;
  token: string;
  accountId: string;
}

const resources = [
  BaseDatabase,
  AssetUpload,
  BaseWorkers,
  BaseVersions,
  UploadSession,
  BaseDeployments,
  BaseSubdomains,
] as const;
export const noSubdomain =
  "This account has no workers.dev subdomain yet. Open “Workers & Pages” in Cloudflare’s dashboard once and choose one.";
const usualApi = "https://api.cloudflare.com/client/v4";
const answerWithinMs = 60_000;

export type CloudflareClient = ReturnType<typeof makeClient>;

/** `signal`: aborts what is under way. */
export function openCloudflare({ url, token }: Omit<CloudflareAccount, "accountId">, signal?: AbortSignal) {
  return makeClient(url || usualApi, token, signal);
}

function makeClient(baseURL: string, apiToken: string, signal: AbortSignal | undefined) {
  return createClient({
    resources,
    baseURL,
    apiToken,
    apiKey: null,
    apiEmail: null,
    userServiceKey: null,
    // A job tries again by itself, and says so.
    maxRetries: 0,
    timeout: answerWithinMs,
    logLevel: "off",
    // With the class of its answers the client need not try whether it may send forms.
    fetch: Object.assign(
      (input: string | URL | Request, init?: RequestInit) => {
        const ends = [init?.signal, signal].filter((one) => one != null);
        return fetch(input, { ...init, signal: AbortSignal.any(ends) });
      },
      { Response },
    ),
  });
}

/** Null instead of a refusal where something is not there. */
export async function orNull<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof APIError && error.status === 404) return null;
    throw error;
  }
}

/** A refusal in words, where trying again would not help; other errors as they are. */
export function explainCloudflare(error: unknown): unknown {
  if (!(error instanceof APIError)) return error;
  const { status, errors } = error;
  if (status === undefined) return new Error("Cloudflare could not be reached.", { cause: error });
  const reason = errors.map(({ message }) => message).join(" ") || `status ${status}`;
  if (status === 401 || status === 403)
    return new ShipRefusal(
      `Cloudflare does not accept the token for this (${reason}). It needs “Workers Scripts: Edit” and “D1: Edit” on this account.`,
    );
  if (status === 429 || status >= 500) return new Error(`Cloudflare answered with status ${status}.`, { cause: error });
  return new ShipRefusal(`Cloudflare refused: ${reason.slice(0, 300)}`);
}

// One call of a hosting provider's REST API: its refusals in words, its answers parsed.
import type { z } from "zod";
import { ShipRefusal } from "./provider.ts";

export interface ProviderApi {
  /** As people know it. */
  name: string;
  url: string;
  token: string;
}

export interface ProviderCall {
  method?: "GET" | "POST" | "PUT";
  path: string;
  query?: Record<string, string | undefined>;
  /** Sent as JSON; bytes as they are. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const answerWithinMs = 60_000;

/** Null for an answer with status 404. */
export async function callProvider<T>(
  { name, url, token }: ProviderApi,
  schema: z.ZodType<T>,
  { method = "GET", path, query = {}, body, headers = {}, signal }: ProviderCall,
): Promise<T | null> {
  const address = new URL(path, url);
  for (const [key, value] of Object.entries(query)) if (value) address.searchParams.set(key, value);
  const isBytes = body instanceof Uint8Array;
  const late = AbortSignal.timeout(answerWithinMs);
  const response = await fetch(address, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": isBytes ? "application/octet-stream" : "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, late]) : late,
  });
  const text = await response.text();
  if (response.status === 404) return null;
  if (response.ok) return schema.parse(text === "" ? {} : JSON.parse(text));
  if (response.status === 401 || response.status === 403)
    throw new ShipRefusal(`${name} does not accept the token, or the token may not do this. Connect ${name} again.`);
  if (response.status === 429 || response.status >= 500)
    throw new Error(`${name} answered with status ${response.status}.`);
  throw new ShipRefusal(`${name} refused: ${reasonOf(text)}`);
}

function reasonOf(text: string): string {
  try {
    const parsed = JSON.parse(text) as { message?: unknown; error?: { message?: unknown } };
    const reason = parsed.error?.message ?? parsed.message;
    if (typeof reason === "string") return reason.slice(0, 300);
  } catch {
    // Said as it is.
  }
  return text.slice(0, 300);
}

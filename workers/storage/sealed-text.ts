// Secrets of users, sealed before they reach a database: AES-256-GCM under a key that is derived from ENCRYPTION_KEY.
// What a text is bound to (its tenant, what it is for) is authenticated with it, so that a row that is moved elsewhere
// does not open. Form: `v1.<id of the key>.<nonce>.<ciphertext>`, base64url.
import type { Env } from "../env.ts";

export type SealingEnv = Pick<Env, "ENCRYPTION_KEY" | "ENCRYPTION_KEY_BEFORE">;

const version = "v1";
const shortestSecret = 32;

export function canSeal(env: SealingEnv): boolean {
  return (env.ENCRYPTION_KEY ?? "").length >= shortestSecret;
}

export async function sealText(env: SealingEnv, text: string, boundTo: readonly string[]): Promise<string> {
  if (!env.ENCRYPTION_KEY || !canSeal(env)) throw new Error("ENCRYPTION_KEY is missing or too short.");
  const { id, key } = await deriveKey(env.ENCRYPTION_KEY);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: bind(boundTo) }, key, encode(text));
  return [version, id, toBase64Url(iv), toBase64Url(new Uint8Array(sealed))].join(".");
}

/** Null when it does not open: sealed with a key that is gone, bound to something else, or changed. */
export async function openSealedText(
  env: SealingEnv,
  sealed: string,
  boundTo: readonly string[],
): Promise<string | null> {
  const [form, keyId, iv, ciphertext] = sealed.split(".");
  if (form !== version || !keyId || !iv || !ciphertext) return null;
  for (const secret of [env.ENCRYPTION_KEY, env.ENCRYPTION_KEY_BEFORE]) {
    if (!secret || secret.length < shortestSecret) continue;
    const { id, key } = await deriveKey(secret);
    if (id !== keyId) continue;
    try {
      const algorithm = { name: "AES-GCM", iv: fromBase64Url(iv), additionalData: bind(boundTo) };
      return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, fromBase64Url(ciphertext)));
    } catch {
      return null;
    }
  }
  return null;
}

async function deriveKey(secret: string): Promise<{ id: string; key: CryptoKey }> {
  const source = await crypto.subtle.importKey("raw", encode(secret), "HKDF", false, ["deriveKey", "deriveBits"]);
  const derive = (info: string) => ({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encode(info) });
  const id = await crypto.subtle.deriveBits(derive("nexusgen/sealed-text/v1/id"), source, 48);
  const key = await crypto.subtle.deriveKey(
    derive("nexusgen/sealed-text/v1/key"),
    source,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
  return { id: toBase64Url(new Uint8Array(id)), key };
}

/** JSON, so that no two lists read the same. */
const bind = (parts: readonly string[]) => encode(JSON.stringify([version, ...parts]));

const encode = (text: string) => new TextEncoder().encode(text);

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

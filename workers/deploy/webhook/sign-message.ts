// Signs as Standard Webhooks 1.0 describes: HMAC-SHA256 over `id.timestamp.body`, under the base64 part of a `whsec_…`
// secret. Receivers verify with any library of that standard.

/** Bytes; the standard asks for 24 to 64. */
const shortest = 24;
const longest = 64;

/** Null when it is not one. */
export function parseSecret(secret: string): Uint8Array<ArrayBuffer> | null {
  const base64 = secret.replace(/^whsec_/, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  try {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    return bytes.byteLength >= shortest && bytes.byteLength <= longest ? bytes : null;
  } catch {
    return null;
  }
}

/** The headers of one attempt; `at` in milliseconds. */
export async function signMessage(
  key: Uint8Array<ArrayBuffer>,
  { id, at, body }: { id: string; at: number; body: string },
): Promise<Record<string, string>> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const signer = await crypto.subtle.importKey("raw", key, algorithm, false, ["sign"]);
  const timestamp = String(Math.floor(at / 1_000));
  const signed = await crypto.subtle.sign("HMAC", signer, new TextEncoder().encode(`${id}.${timestamp}.${body}`));
  const signature = btoa(String.fromCharCode(...new Uint8Array(signed)));
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}

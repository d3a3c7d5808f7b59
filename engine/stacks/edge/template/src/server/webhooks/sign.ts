// Signatures as Standard Webhooks has them: HMAC-SHA256 over "<id>.<seconds>.<body>".

const prefix = "whsec_";

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export const newSecret = (): string => prefix + toBase64(crypto.getRandomValues(new Uint8Array(24)));

export async function sign(secret: string, id: string, seconds: number, body: string): Promise<string> {
  const raw = fromBase64(secret.slice(prefix.length));
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signed = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(`${id}.${seconds}.${body}`));
  return `v1,${toBase64(new Uint8Array(signed))}`;
}

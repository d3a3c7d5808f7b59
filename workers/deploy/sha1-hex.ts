import { Buffer } from "node:buffer";

/** How Netlify and Vercel name a file. */
export async function sha1Hex(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-1", new Uint8Array(bytes))).toString("hex");
}

import { Buffer } from "node:buffer";

/** What git calls these bytes: SHA-1 of a header and the content. Equal to GitHub's name of the same blob. */
export async function gitBlobId(bytes: Uint8Array): Promise<string> {
  const header = new TextEncoder().encode(`blob ${bytes.byteLength}\0`);
  const whole = new Uint8Array(header.byteLength + bytes.byteLength);
  whole.set(header);
  whole.set(bytes, header.byteLength);
  return Buffer.from(await crypto.subtle.digest("SHA-1", whole)).toString("hex");
}

import { createHmac } from "node:crypto";

// Not a secret: it only has to be the same in every stand-in, so that a conversation outlives the server that began it.
const key = "stand-in";

/** Opaque to clients, and true for this thinking alone. `id` keeps two signatures of the same text apart. */
export function sign(id: string, thinking: string): string {
  return Buffer.from(`${id}.${digest(id, thinking)}`).toString("base64");
}

export function signs(signature: string, thinking: string): boolean {
  const [id = "", found] = Buffer.from(signature, "base64").toString("utf8").split(".");
  return found === digest(id, thinking) && signature === sign(id, thinking);
}

const digest = (id: string, thinking: string): string =>
  createHmac("sha256", key).update(`${id}\n${thinking}`).digest("base64url");

// What a model thought, as the API hands it out: opaque, and good for nothing but to be given back.
import { createHmac } from "node:crypto";
import { z } from "zod";

// Not a secret: it only has to be the same in every stand-in, so that a conversation outlives the server that began it.
const key = "stand-in";
const sealedSchema = z.object({ id: z.string(), model: z.string(), thinking: z.string() });
type Sealed = z.infer<typeof sealedSchema>;

export function seal(content: Sealed): string {
  const body = Buffer.from(JSON.stringify(content)).toString("base64url");
  return `${body}.${digest(body)}`;
}

/** Null when it is not ours, or was changed. */
export function unseal(sealed: string): Sealed | null {
  const [body = "", signature] = sealed.split(".");
  if (signature !== digest(body)) return null;
  return sealedSchema.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
}

const digest = (body: string): string => createHmac("sha256", key).update(body).digest("base64url");

// Where the app in the frame is. Every page of it says so, with tools or without, so this one message is read by hand; its
// test holds it against the schema (protocol/preview-frame.ts).
import type { FromFrame } from "#protocol/preview-frame.ts";

const longestPath = 1_000;
const longestTitle = 300;

/** Null where it is another message, or none that may be trusted. */
export function readPlace(data: object): Extract<FromFrame, { type: "place" }> | null {
  const { type, path, title } = data as Record<string, unknown>;
  if (type !== "place" || typeof path !== "string" || typeof title !== "string") return null;
  if (!path.startsWith("/") || path.length > longestPath || title.length > longestTitle) return null;
  return { type, path, title };
}

// Pictures and documents for a model that takes them, and what it can read instead for one that does not. Decided call by
// call, since a conversation may fall back to a model with other abilities.
import type { ContentPart, ModelRequest } from "./provider.ts";

export function fitContent(request: ModelRequest): ModelRequest {
  const { takesImages, takesPdf } = request.model;
  if (takesImages && takesPdf) return request;
  const fit = (part: ContentPart): ContentPart => {
    const taken = part.type === "text" || (part.type === "image" ? takesImages : takesPdf);
    return taken ? part : { type: "text", text: part.instead };
  };
  const messages = request.messages.map((message) =>
    message.role === "user" ? { ...message, content: message.content.map(fit) } : message,
  );
  return { ...request, messages };
}

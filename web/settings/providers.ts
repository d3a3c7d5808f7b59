import type { ProviderId } from "../lib/api-types.ts";

export const providers: readonly { id: ProviderId; name: string; keyHint: string }[] = [
  { id: "anthropic", name: "Anthropic", keyHint: "From the Claude Console, under API keys. It begins with sk-ant-." },
  { id: "openai", name: "OpenAI", keyHint: "From platform.openai.com, under API keys. It begins with sk-." },
  { id: "compatible", name: "OpenAI-compatible server", keyHint: "Leave it empty if the server takes none." },
];

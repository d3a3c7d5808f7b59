import OpenAI from "openai";

export interface OpenaiServer {
  /** Local servers take any. */
  readonly apiKey: string;
  /** With its version path, as in `http://localhost:11434/v1`; the SDK's own address when null. */
  readonly baseUrl: string | null;
}

export function openaiClient({ apiKey, baseUrl }: OpenaiServer): OpenAI {
  // Retries are ours to decide: each one is an event, and each one costs.
  return new OpenAI({ apiKey, baseURL: baseUrl, maxRetries: 0, logLevel: "off" });
}

import OpenAI from "openai";

export interface OpenaiServer {
  /** Local servers take any. */
  readonly apiKey: string;
  /** With its version path, as in `http://localhost:11434/v1`; the SDK's own address when null. */
  readonly baseUrl: string | null;
  /** Unless it is false. */
  readonly followRedirects?: boolean;
}

export function openaiClient({ apiKey, baseUrl, followRedirects }: OpenaiServer): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL: baseUrl,
    ...(followRedirects === false ? { fetchOptions: { redirect: "manual" } } : {}),
    // Retries are ours to decide: each one is an event, and each one costs.
    maxRetries: 0,
    logLevel: "off",
  });
}

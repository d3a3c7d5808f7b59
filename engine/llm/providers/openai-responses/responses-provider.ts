import OpenAI from "openai";
import type { ModelEvent, ModelProvider, ModelRequest } from "../../provider.ts";
import { openaiClient, type OpenaiServer } from "../openai/openai-client.ts";
import { readOpenaiFailure } from "../openai/read-openai-failure.ts";
import { streamFailure } from "../stream-failure.ts";
import { ResponsesStreamReader } from "./read-responses-stream.ts";
import { toResponses } from "./to-responses.ts";

export function responsesProvider(server: OpenaiServer): ModelProvider {
  const client = openaiClient(server);
  // OpenAI shows what its models think to verified organisations alone, and refuses the others' whole request.
  let summaries = true;

  async function* stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const reader = new ResponsesStreamReader(request.model.id);
    try {
      for await (const event of await open(request, signal)) yield* reader.read(event);
    } catch (error) {
      yield { type: "failed", error: readOpenaiFailure(error, signal), usage: reader.usage };
      return;
    }
    // The SDK ends the loop without an error when the request was aborted.
    if (signal.aborted || !reader.ended) {
      yield { type: "failed", error: streamFailure(signal), usage: reader.usage };
      return;
    }
    yield reader.finish();
  }

  async function open(request: ModelRequest, signal: AbortSignal) {
    const asked = summaries;
    try {
      return await client.responses.create(toResponses(request, asked), { signal });
    } catch (error) {
      const refusesSummaries = error instanceof OpenAI.BadRequestError && error.param === "reasoning.summary";
      if (!asked || !refusesSummaries) throw error;
      summaries = false;
      return await client.responses.create(toResponses(request, false), { signal });
    }
  }

  return { id: "openai", stream };
}

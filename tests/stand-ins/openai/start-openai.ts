// A loopback server that speaks OpenAI's Responses API, chat completions and embeddings, with a script in place of the model.
import { askScript } from "../ask-script.ts";
import type { Exchange } from "../exchange.ts";
import type { Failure, Script } from "../script.ts";
import { sendBody } from "../send-body.ts";
import { sendEvents } from "../send-events.ts";
import { serve, type StandIn } from "../serve.ts";
import { countTokens } from "../tokens.ts";
import { answerEmbeddings } from "./answer-embeddings.ts";
import { answerHeaders, failureHeaders } from "./answer-headers.ts";
import { ApiProblem, invalid, parseRequest } from "./api-problem.ts";
import { type ChatRequest, chatRequestSchema } from "./chat-request.ts";
import { checkChat } from "./check-chat.ts";
import { checkResponses } from "./check-responses.ts";
import { completionEvents } from "./completion-events.ts";
import { draftCompletion } from "./draft-completion.ts";
import { draftResponse } from "./draft-response.ts";
import { failureEvent } from "./failure-event.ts";
import { PromptCache } from "./prompt-cache.ts";
import { responseEvents } from "./response-events.ts";
import { type ResponsesRequest, responsesRequestSchema } from "./responses-request.ts";
import { toCall } from "./to-call.ts";
import { toCompletion } from "./to-completion.ts";
import { toProblem } from "./to-problem.ts";
import { toResponsesCall } from "./to-responses-call.ts";

export interface OpenaiOptions {
  /** The key that is let in; any by default. */
  readonly apiKey?: string;
  /** The models there are; any by default. */
  readonly models?: readonly string[];
  readonly contextTokens?: number;
  /**
   * False for a local server such as Ollama with a model that has none: it refuses tools, wants no key, knows no rate limit,
   * takes `max_tokens`, shows what the model thinks as `reasoning_content` and has no Responses API.
   */
  readonly tools?: boolean;
  /** False for an organisation that is not verified: it may not ask for summaries of what models think. */
  readonly summaries?: boolean;
  /** How embeddings fail, asked at each call; null for an answer. */
  readonly failEmbeddings?: (index: number) => Failure | null;
  /** Any free one by default. */
  readonly port?: number;
}

const knownModels = ["gpt-6.1-sol", "gpt-6.1-terra", "text-embedding-3-small", "text-embedding-3-large"];
const eventStream = { "content-type": "text/event-stream; charset=utf-8" };

/** One request on its way to an answer. */
interface Turn {
  readonly exchange: Exchange;
  readonly headers: Record<string, string>;
  readonly serial: string;
  readonly fail: (failure: Failure) => void;
}

export function startOpenai(
  script: Script<ChatRequest | ResponsesRequest>,
  {
    apiKey,
    models,
    contextTokens = 1_050_000,
    tools = true,
    summaries = true,
    failEmbeddings,
    port = 0,
  }: OpenaiOptions = {},
): Promise<StandIn> {
  const cache = new PromptCache();
  const local = !tools;
  let arrived = 0;
  let asked = 0;
  let embedded = 0;

  async function handle(exchange: Exchange, path: string): Promise<void> {
    arrived += 1;
    const serial = `standin${String(arrived).padStart(6, "0")}`;
    const headers = local ? {} : answerHeaders(serial, arrived);
    const refuse = (problem: ApiProblem, more: Record<string, string> = {}) =>
      exchange.send(problem.status, { ...headers, ...more }, problem.body());
    const fail = (failure: Failure) => refuse(toProblem(failure), failureHeaders(failure));
    try {
      checkAccess(exchange);
      const { method, body } = exchange.record;
      if (method === "GET" && path === "/v1/models") return exchange.send(200, headers, listModels());
      if (method === "POST" && path === "/v1/embeddings") {
        const failure = failEmbeddings?.(embedded++) ?? null;
        return failure ? fail(failure) : exchange.send(200, headers, answerEmbeddings(body, checkModel));
      }
      if (method === "POST" && path === "/v1/chat/completions") {
        return await answerChat({ exchange, headers, serial, fail });
      }
      if (method === "POST" && path === "/v1/responses" && !local) {
        return await answerResponses({ exchange, headers, serial, fail });
      }
      throw new ApiProblem(`Invalid URL (${method} ${path})`, { status: 404, type: "invalid_request_error" });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      refuse(error);
    }
  }

  async function answerChat({ exchange, headers, serial, fail }: Turn): Promise<void> {
    const request = parseRequest(chatRequestSchema, exchange.record.body);
    checkModel(request.model);
    if (local && request.tools?.length) {
      throw new ApiProblem(`${request.model} does not support tools`, { status: 400, type: "api_error" });
    }
    checkChat(request, local);
    const prompt = JSON.stringify([request.tools ?? [], request.messages]);
    const tokens = countTokens(prompt);
    if (tokens > contextTokens) {
      const said = `This model's maximum context length is ${contextTokens} tokens. However, your messages resulted in ${tokens} tokens.`;
      throw invalid(`${said} Please reduce the length of the messages.`, "messages", "context_length_exceeded");
    }
    const reply = await askScript(script, toCall(request), asked++);
    if (reply.type === "failure") return fail(reply);
    const draft = draftCompletion(reply.parts, request, serial, cache.take(request.model, prompt));
    if (!request.stream) return await sendBody(exchange, reply, headers, toCompletion(draft, local), fail);
    exchange.open(200, { ...headers, ...eventStream });
    const includesUsage = request.stream_options?.include_usage === true;
    const events = completionEvents(draft, { includesUsage, showsReasoning: local });
    await sendEvents(exchange, reply, events, (failure) => ({ data: toProblem(failure).body() }));
  }

  async function answerResponses({ exchange, headers, serial, fail }: Turn): Promise<void> {
    const request = parseRequest(responsesRequestSchema, exchange.record.body);
    checkModel(request.model);
    checkResponses(request, summaries);
    const prompt = JSON.stringify([request.tools ?? [], request.instructions ?? "", request.input]);
    if (countTokens(prompt) > contextTokens) {
      const message = "Your input exceeds the context window of this model. Please adjust your input and try again.";
      throw invalid(message, "input", "context_length_exceeded");
    }
    const reply = await askScript(script, toResponsesCall(request), asked++);
    if (reply.type === "failure") return fail(reply);
    const response = draftResponse(reply.parts, request, serial, cache.take(request.model, prompt));
    if (!request.stream) return await sendBody(exchange, reply, headers, response, fail);
    exchange.open(200, { ...headers, ...eventStream });
    await sendEvents(exchange, reply, responseEvents(response), (failure, at) => failureEvent(response, failure, at));
  }

  function checkAccess({ record }: Exchange): void {
    if (local && apiKey === undefined) return;
    const key = /^Bearer (.+)$/.exec(record.headers.authorization ?? "")?.[1];
    const details = { status: 401, type: "invalid_request_error" };
    if (key === undefined) {
      throw new ApiProblem(
        "You didn't provide an API key. You need to provide your API key in an Authorization header.",
        details,
      );
    }
    if (apiKey !== undefined && key !== apiKey) {
      throw new ApiProblem(`Incorrect API key provided: ${key.slice(0, 3)}***.`, {
        ...details,
        code: "invalid_api_key",
      });
    }
  }

  function checkModel(model: string): void {
    if (!models || models.includes(model)) return;
    const message = `The model \`${model}\` does not exist or you do not have access to it.`;
    throw new ApiProblem(message, { status: 404, type: "invalid_request_error", code: "model_not_found" });
  }

  function listModels(): unknown {
    const data = (models ?? knownModels).map((id) => ({
      id,
      object: "model",
      created: 1_767_225_600,
      owned_by: "stand-in",
    }));
    return { object: "list", data };
  }

  return serve(handle, { port, basePath: "/v1" });
}

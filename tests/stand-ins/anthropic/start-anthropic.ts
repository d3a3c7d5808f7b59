// A loopback server that speaks Anthropic's Messages API, with a script in place of the model.
import { askScript } from "../ask-script.ts";
import type { Exchange } from "../exchange.ts";
import type { Failure, Script } from "../script.ts";
import { sendBody } from "../send-body.ts";
import { sendEvents } from "../send-events.ts";
import { serve, type StandIn } from "../serve.ts";
import { readVersion } from "./api-version.ts";
import { ApiProblem, invalid, parseRequest } from "./api-problem.ts";
import { checkMessage, checkPrompt } from "./check-request.ts";
import { draftMessage } from "./draft-message.ts";
import { messageEvents } from "./message-events.ts";
import { countRequestSchema, messageRequestSchema, type MessageRequest } from "./message-request.ts";
import { describeModel, knownModels } from "./model-list.ts";
import { countPrompt, PromptCache } from "./prompt-cache.ts";
import { toCall } from "./to-call.ts";
import { toMessage } from "./to-message.ts";
import { toProblem } from "./to-problem.ts";

export interface AnthropicOptions {
  /** The key that is let in; any by default. */
  readonly apiKey?: string;
  /** The models there are; any by default. */
  readonly models?: readonly string[];
  readonly contextTokens?: number;
  readonly maxBodyBytes?: number;
  /** Any free one by default. */
  readonly port?: number;
}

const requestsPerMinute = 4_000;

export function startAnthropic(
  script: Script<MessageRequest>,
  { apiKey, models, contextTokens = 1_000_000, maxBodyBytes = 32 * 2 ** 20, port = 0 }: AnthropicOptions = {},
): Promise<StandIn> {
  const cache = new PromptCache();
  let arrived = 0;
  let asked = 0;

  async function handle(exchange: Exchange, path: string): Promise<void> {
    arrived += 1;
    const serial = `standin${String(arrived).padStart(6, "0")}`;
    const requestId = `req_${serial}`;
    const headers = { "request-id": requestId, "anthropic-organization-id": "org_standin", ...limitHeaders(arrived) };
    const refuse = (problem: ApiProblem, more: Record<string, string> = {}) =>
      exchange.send(problem.status, { ...headers, ...more }, problem.body(requestId));
    const fail = (failure: Failure) => refuse(toProblem(failure), failureHeaders(failure));
    try {
      checkAccess(exchange);
      readVersion(exchange.record.headers["anthropic-version"]);
      const { method, body } = exchange.record;
      const id = /^\/v1\/models\/(.+)$/.exec(path)?.[1];
      if (method === "GET" && path === "/v1/models") return exchange.send(200, headers, listModels());
      if (method === "GET" && id !== undefined) {
        checkModel(id);
        return exchange.send(200, headers, describeModel(id, contextTokens));
      }
      if (method === "POST" && path === "/v1/messages/count_tokens") {
        const request = parseRequest(countRequestSchema, body);
        checkModel(request.model);
        checkPrompt(request);
        return exchange.send(200, headers, { input_tokens: countPrompt(request) });
      }
      if (method === "POST" && path === "/v1/messages") return await answer(exchange, headers, serial, fail);
      throw new ApiProblem("not_found_error", "Not Found");
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      refuse(error, { "x-should-retry": "false" });
    }
  }

  async function answer(
    exchange: Exchange,
    headers: Record<string, string>,
    serial: string,
    fail: (failure: Failure) => void,
  ): Promise<void> {
    const request = parseRequest(messageRequestSchema, exchange.record.body);
    checkModel(request.model);
    checkMessage(request, readVersion(exchange.record.headers["anthropic-version"]));
    const tokens = countPrompt(request);
    if (tokens > contextTokens) throw invalid(`prompt is too long: ${tokens} tokens > ${contextTokens} maximum`);
    const reply = await askScript(script, toCall(request), asked++);
    if (reply.type === "failure") return fail(reply);
    const draft = draftMessage(reply.parts, request, serial);
    const usage = cache.take(request);
    if (!request.stream) return await sendBody(exchange, reply, headers, toMessage(draft, usage), fail);
    exchange.open(200, { ...headers, "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" });
    await sendEvents(exchange, reply, messageEvents(draft, usage), (failure) => ({
      name: "error",
      data: toProblem(failure).body(headers["request-id"] ?? ""),
    }));
  }

  function checkAccess({ record, bodyBytes }: Exchange): void {
    const { "x-api-key": key, authorization } = record.headers;
    if (key === undefined && authorization === undefined) {
      throw new ApiProblem("authentication_error", "x-api-key header is required");
    }
    if (apiKey !== undefined && key !== apiKey && authorization !== `Bearer ${apiKey}`) {
      throw new ApiProblem("authentication_error", key === undefined ? "Invalid bearer token" : "invalid x-api-key");
    }
    if (bodyBytes > maxBodyBytes) throw new ApiProblem("request_too_large", "Request exceeds the maximum size");
  }

  function checkModel(model: string): void {
    if (models && !models.includes(model)) throw new ApiProblem("not_found_error", `model: ${model}`);
  }

  function listModels(): unknown {
    const data = (models ?? knownModels).map((id) => describeModel(id, contextTokens));
    return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
  }

  return serve(handle, { port, basePath: "" });
}

function limitHeaders(arrived: number): Record<string, string> {
  return {
    "anthropic-ratelimit-requests-limit": String(requestsPerMinute),
    "anthropic-ratelimit-requests-remaining": String(Math.max(0, requestsPerMinute - arrived)),
    "anthropic-ratelimit-requests-reset": new Date(Date.now() + 60_000).toISOString(),
  };
}

function failureHeaders({ kind, retryAfterSeconds }: Failure): Record<string, string> {
  return {
    "x-should-retry": kind === "script-error" || kind === "out-of-credit" ? "false" : "true",
    ...(retryAfterSeconds === null ? {} : { "retry-after": String(retryAfterSeconds) }),
  };
}

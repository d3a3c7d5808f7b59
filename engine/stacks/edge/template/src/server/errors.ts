import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiErrorBody, ApiRecord } from "../shared/model.ts";
import { words } from "./words.ts";

const statusOf = {
  VALIDATION_ERROR: 400,
  AUTHENTICATION_ERROR: 401,
  AUTHORIZATION_ERROR: 403,
  NOT_FOUND_ERROR: 404,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  RATE_LIMITED: 429,
  SYSTEM_ERROR: 500,
} as const satisfies Record<string, ContentfulStatusCode>;

export type ErrorCode = keyof typeof statusOf;

/**
 * An answer the caller may read. `fields` holds one message for each input that is wrong, `current` the record as somebody
 * else has left it meanwhile.
 */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  readonly current: ApiRecord | undefined;
  /** After how many seconds to try again. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    fields?: Record<string, string>,
    { current, retryAfter }: { current?: ApiRecord; retryAfter?: number } = {},
  ) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.fields = fields;
    this.current = current;
    this.retryAfter = retryAfter;
  }
}

export function onError(error: Error, context: Context): Response {
  const requestId = crypto.randomUUID();
  let known = error instanceof ApiError ? error : undefined;
  if (error instanceof HTTPException && error.status < 500) known = new ApiError("VALIDATION_ERROR", error.message);
  // What went wrong inside is for the log, not for the caller.
  if (!known) console.error(requestId, error);
  const body: ApiErrorBody = {
    error: {
      code: known?.code ?? "SYSTEM_ERROR",
      message: known?.message ?? words.ourFault,
      ...(known?.fields && { fields: known.fields }),
      ...(known?.current && { current: known.current }),
      requestId,
    },
  };
  if (known?.retryAfter !== undefined) context.header("Retry-After", String(known.retryAfter));
  return context.json(body, statusOf[known?.code ?? "SYSTEM_ERROR"]);
}

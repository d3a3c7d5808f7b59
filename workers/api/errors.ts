import type { ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Outcome } from "../../durable-objects/project/rpc.ts";
import type { ApiEnv } from "./api-env.ts";
import { errorStatuses, type ErrorBody, type ErrorCode, type ErrorDetail } from "./schemas/errors.ts";

/** A refusal the caller may read. Anything else that is thrown becomes SYSTEM_ERROR with a message that says nothing. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetail[] | undefined;
  /** Seconds, for RATE_LIMITED. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, extra: { details?: ErrorDetail[]; retryAfter?: number } = {}) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.details = extra.details;
    this.retryAfter = extra.retryAfter;
  }
}

export function notFound(what: string): ApiError {
  return new ApiError("NOT_FOUND_ERROR", `There is no such ${what}, or you have no access to it.`);
}

/** The value of a Durable Object's answer; its refusal becomes ours. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new ApiError(outcome.code, outcome.message);
}

export const onError: ErrorHandler<ApiEnv> = (error, c) => {
  const requestId = c.get("requestId");
  const refusal = toApiError(error);
  if (refusal.code === "SYSTEM_ERROR") {
    console.error(
      JSON.stringify({
        level: "error",
        requestId,
        method: c.req.method,
        path: c.req.path,
        error: error instanceof Error ? describe(error) : String(error),
      }),
    );
  }
  if (refusal.retryAfter !== undefined) c.header("retry-after", String(refusal.retryAfter));
  if (refusal.code === "AUTHENTICATION_ERROR") c.header("www-authenticate", "Bearer");
  return c.json(errorBody(refusal, requestId), errorStatuses[refusal.code]);
};

export const onNotFound: NotFoundHandler<ApiEnv> = (c) => {
  const refusal = new ApiError("NOT_FOUND_ERROR", `The API has no ${c.req.method} ${c.req.path}.`);
  return c.json(errorBody(refusal, c.get("requestId")), 404);
};

function errorBody(refusal: ApiError, requestId: string): ErrorBody {
  const { code, message, details } = refusal;
  return { error: { code, message, ...(details && { details }), requestId } };
}

function toApiError(error: Error): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof HTTPException) {
    switch (error.status) {
      case 400:
        return new ApiError("VALIDATION_ERROR", "The body is not valid JSON.");
      case 415:
        return new ApiError("UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json.");
    }
  }
  return new ApiError(
    "SYSTEM_ERROR",
    "Something went wrong on our side. Try again; if it stays, tell us the request id.",
  );
}

function describe(error: Error): string {
  const cause = error.cause instanceof Error ? ` <- ${describe(error.cause)}` : "";
  return `${error.stack ?? error.message}${cause}`;
}

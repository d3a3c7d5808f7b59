// One error for everything a call can end in. `describeError` is what people read.

export type ApiErrorCode =
  | "VALIDATION_ERROR"
  | "AUTHENTICATION_ERROR"
  | "AUTHORIZATION_ERROR"
  | "NOT_FOUND_ERROR"
  | "CONFLICT"
  | "PAYLOAD_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "QUOTA_EXCEEDED"
  | "RATE_LIMITED"
  | "SYSTEM_ERROR"
  /** No answer at all. */
  | "UNREACHABLE";

export interface FieldProblem {
  path: string;
  message: string;
}

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly requestId: string | null;
  /** Seconds, from Retry-After. */
  readonly retryAfter: number | null;
  readonly fields: FieldProblem[];

  constructor(init: {
    code: ApiErrorCode;
    message: string;
    status: number;
    requestId?: string | null;
    retryAfter?: number | null;
    details?: unknown;
  }) {
    super(init.message);
    this.code = init.code;
    this.status = init.status;
    this.requestId = init.requestId ?? null;
    this.retryAfter = init.retryAfter ?? null;
    this.fields = readFieldProblems(init.details);
  }

  /** The problem of one form field, when the server named it. */
  fieldMessage(field: string): string | undefined {
    return this.fields.find((problem) => problem.path === field)?.message;
  }
}

export async function readApiError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const error = isRecord(body) && isRecord(body["error"]) ? body["error"] : {};
  const code = typeof error["code"] === "string" ? (error["code"] as ApiErrorCode) : "SYSTEM_ERROR";
  const retryAfter = Number(response.headers.get("retry-after"));
  return new ApiError({
    code,
    message: typeof error["message"] === "string" ? error["message"] : `The server answered ${response.status}.`,
    status: response.status,
    requestId: typeof error["requestId"] === "string" ? error["requestId"] : null,
    retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
    details: error["details"],
  });
}

export interface Explanation {
  title: string;
  detail: string;
  requestId: string | null;
}

export function describeError(error: unknown): Explanation {
  if (!(error instanceof ApiError)) {
    const detail = error instanceof Error && error.message !== "" ? error.message : "Reload the page and try again.";
    return { title: "Something went wrong on this page", detail, requestId: null };
  }
  const { requestId } = error;
  switch (error.code) {
    case "UNREACHABLE":
      return {
        title: "No answer from the server",
        detail: "Check your connection; what you typed is still here.",
        requestId,
      };
    case "RATE_LIMITED":
      return { title: "Too many attempts", detail: `Wait ${waitWords(error.retryAfter)}, then try again.`, requestId };
    case "SYSTEM_ERROR":
      return { title: "The server could not do this", detail: "Try again in a moment.", requestId };
    case "AUTHENTICATION_ERROR":
      return { title: "You are signed out", detail: error.message, requestId };
    default:
      return { title: error.message, detail: error.fields.map((field) => field.message).join(" "), requestId };
  }
}

/** One line for a toast or a form. */
export function errorLine(error: unknown): string {
  const { title, detail } = describeError(error);
  if (error instanceof ApiError && error.code === "AUTHENTICATION_ERROR") return error.message;
  return [title.replace(/\.$/, ""), detail.replace(/\.$/, "")].filter((part) => part !== "").join(". ") + ".";
}

function waitWords(seconds: number | null): string {
  if (seconds === null) return "a minute";
  return seconds < 90 ? `${Math.ceil(seconds)} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

/** Accepts the shapes a zod-based server sends: `[{ path, message }]`, `{ issues: […] }`, or `{ field: message }`. */
function readFieldProblems(details: unknown): FieldProblem[] {
  if (Array.isArray(details)) {
    return details.flatMap((entry) => {
      if (!isRecord(entry) || typeof entry["message"] !== "string") return [];
      const path = Array.isArray(entry["path"])
        ? entry["path"].join(".")
        : String(entry["path"] ?? entry["field"] ?? "");
      return [{ path, message: entry["message"] }];
    });
  }
  if (!isRecord(details)) return [];
  if (Array.isArray(details["issues"])) return readFieldProblems(details["issues"]);
  if (Array.isArray(details["fields"])) return readFieldProblems(details["fields"]);
  return Object.entries(details).flatMap(([path, message]) => (typeof message === "string" ? [{ path, message }] : []));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

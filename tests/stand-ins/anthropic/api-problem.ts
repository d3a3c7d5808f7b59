import type { z } from "zod";

export type ErrorType =
  | "invalid_request_error"
  | "authentication_error"
  | "billing_error"
  | "not_found_error"
  | "request_too_large"
  | "rate_limit_error"
  | "api_error"
  | "overloaded_error";

const statuses: Readonly<Record<ErrorType, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  overloaded_error: 529,
};

/** Thrown where a request is checked, answered where it is handled. */
export class ApiProblem extends Error {
  readonly type: ErrorType;

  constructor(type: ErrorType, message: string) {
    super(message);
    this.type = type;
  }

  get status(): number {
    return statuses[this.type];
  }

  body(requestId: string): unknown {
    return { type: "error", error: { type: this.type, message: this.message }, request_id: requestId };
  }
}

export const invalid = (message: string): ApiProblem => new ApiProblem("invalid_request_error", message);

/** Throws with the first complaint, in the API's own words ("max_tokens: Field required"). */
export function parseRequest<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw invalid(issue ? sayIssue(issue) : "Invalid request data");
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.join(".");
  if (issue.input === undefined) return `${path}: Field required`;
  switch (issue.code) {
    case "unrecognized_keys":
      return `${[...issue.path, issue.keys[0]].join(".")}: Extra inputs are not permitted`;
    case "invalid_type":
      return `${path}: Input should be a valid ${issue.expected}`;
    case "invalid_value": {
      const values = issue.values.map((value) => `'${String(value)}'`);
      const others = values.slice(0, -1).join(", ");
      return `${path}: Input should be ${others === "" ? "" : `${others} or `}${values.at(-1)}`;
    }
    case "invalid_union":
      return `${path.replace(/\.type$/, "")}: Input tag found using 'type' does not match any of the expected tags`;
    default:
      return `${path}: ${issue.message}`;
  }
}

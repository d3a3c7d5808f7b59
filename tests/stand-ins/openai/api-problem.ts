import type { z } from "zod";

interface ProblemDetails {
  readonly status: number;
  readonly type: string;
  readonly param?: string | null;
  readonly code?: string | null;
}

/** Thrown where a request is checked, answered where it is handled. */
export class ApiProblem extends Error {
  readonly details: ProblemDetails;

  constructor(message: string, details: ProblemDetails) {
    super(message);
    this.details = details;
  }

  get status(): number {
    return this.details.status;
  }

  body(): unknown {
    const { type, param = null, code = null } = this.details;
    return { error: { message: this.message, type, param, code } };
  }
}

export const invalid = (message: string, param: string | null = null, code: string | null = null): ApiProblem =>
  new ApiProblem(message, { status: 400, type: "invalid_request_error", param, code });

/** Throws with the first complaint, in the API's own words. */
export function parseRequest<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw issue ? sayIssue(issue) : invalid("We could not parse the JSON body of your request.");
}

function sayIssue(issue: z.core.$ZodIssue): ApiProblem {
  const param = issue.path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .slice(1);
  if (issue.code === "unrecognized_keys") {
    const name = [param, issue.keys[0]].filter(Boolean).join(".");
    return invalid(`Unknown parameter: '${name}'.`, name, "unknown_parameter");
  }
  if (issue.input === undefined) {
    if (param === "model") return invalid("you must provide a model parameter");
    return invalid(`Missing required parameter: '${param}'.`, param, "missing_required_parameter");
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map((value) => `'${String(value)}'`);
    const said = new Intl.ListFormat("en", { type: "conjunction" }).format(values);
    return invalid(`Invalid value: '${String(issue.input)}'. Supported values are: ${said}.`, param, "invalid_value");
  }
  return invalid(
    `Invalid '${param}': ${issue.message}.`,
    param,
    issue.code === "invalid_type" ? "invalid_type" : "invalid_value",
  );
}

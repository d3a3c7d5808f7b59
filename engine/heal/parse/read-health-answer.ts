// A health check of the running app that did not pass → a structured error.
import { structuredError, type StructuredError } from "../structured-error.ts";

export interface HealthAnswer {
  readonly path: string;
  /** null when nothing answered. */
  readonly status: number | null;
  /** The answer's text, or why there was none. */
  readonly text: string;
}

export function readHealthAnswer({ path, status, text }: HealthAnswer): StructuredError {
  const code = status === null ? (/\b(E[A-Z]{4,})\b/.exec(text)?.[1] ?? null) : `HTTP${status}`;
  const message = status === null ? `${path} did not answer: ${text}` : `${path} answered ${status}: ${text}`;
  return structuredError({ tool: "health", code, message: message.slice(0, 300), excerpt: `${path}\n${text}` });
}

// How long to wait before a call is tried again (requirements N2.9, N3.2): 1 s doubling to 60 s, a tenth of jitter, and
// never less than the provider asks for.
import { mayPass, type ModelError } from "./model-error.ts";

const baseMs = 1_000;
const capMs = 60_000;
const jitter = 0.1;
/** A provider that asks for more than this is better left for the next one in the chain. */
const longestRetryAfterMs = 120_000;

/**
 * `attempt`: 1 after the first failure. `retries`: how many may follow the first attempt. `random`: 0 to 1.
 * Null: do not try again.
 */
export function retryDelay(error: ModelError, attempt: number, retries: number, random: number): number | null {
  if (attempt > retries || !mayPass(error)) return null;
  if ((error.retryAfterMs ?? 0) > longestRetryAfterMs) return null;
  const backoff = Math.min(capMs, baseMs * 2 ** (attempt - 1)) * (1 + jitter * (2 * random - 1));
  return Math.max(backoff, error.retryAfterMs ?? 0);
}

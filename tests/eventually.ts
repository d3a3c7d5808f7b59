import { vi } from "vitest";

/** What `check` returns once it passes. The limit is for a broken program: no test may depend on the machine's speed. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 45_000, interval: 20 });
}

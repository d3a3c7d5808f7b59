import type { HealthProblem } from "./provider.ts";

const answerWithinMs = 20_000;
const pauseMs = 2_000;
/** Of one path, where the app itself answered with an error. */
const triesOfAnApp = 3;

interface Patience {
  /** Until a name leads to the app: a new one may take a moment. */
  tries?: number;
  /** Relative to the address; its first page alone when absent. */
  paths?: readonly string[];
  /** `manual`: of an address that somebody else named; being sent on counts as an answer, and nobody follows. */
  redirect?: "follow" | "manual";
}

/** Whether an app that runs elsewhere answers at its address. */
export async function checkAddress(
  url: string,
  signal: AbortSignal,
  { tries = triesOfAnApp, paths = [""], redirect = "follow" }: Patience = {},
): Promise<HealthProblem | null> {
  for (const path of paths) {
    // One page after another, so that what is said is about the first that fails.
    // oxlint-disable-next-line no-await-in-loop
    const problem = await askUntil(`${url.replace(/\/$/, "")}/${path}`, { signal, tries, redirect });
    if (problem !== null) return problem;
  }
  return null;
}

interface Asking {
  signal: AbortSignal;
  tries: number;
  redirect: "follow" | "manual";
}

async function askUntil(url: string, { signal, tries, redirect }: Asking): Promise<HealthProblem | null> {
  for (let attempt = 1; ; attempt += 1) {
    // Each try waits for the one before.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await ask(url, signal, redirect);
    if (answer.problem === null) return null;
    if (attempt >= (answer.isThere ? triesOfAnApp : tries)) return answer.problem;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    signal.throwIfAborted();
  }
}

async function ask(
  url: string,
  signal: AbortSignal,
  redirect: "follow" | "manual",
): Promise<{ problem: HealthProblem | null; isThere: boolean }> {
  try {
    const response = await fetch(url, {
      redirect,
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
    });
    const body = await response.text();
    const isSentOn = redirect === "manual" && response.status >= 300 && response.status < 400;
    if (response.ok || isSentOn) return { problem: null, isThere: true };
    const { status } = response;
    const message = `${url} answered with status ${status}.`;
    return { problem: { category: "runtime", message, reason: body.slice(0, 300) }, isThere: status !== 404 };
  } catch {
    return { problem: { category: "network", message: `${url} did not answer.`, reason: null }, isThere: false };
  }
}

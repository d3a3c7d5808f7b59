import type { HealthProblem } from "./provider.ts";

const answerWithinMs = 20_000;
const tries = 3;
const pauseMs = 2_000;

/** Whether an app that runs elsewhere answers at its address; a new name may take a moment to lead there. */
export async function checkAddress(url: string, signal: AbortSignal): Promise<HealthProblem | null> {
  let problem: HealthProblem | null = null;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    // Each try waits for the one before.
    // oxlint-disable-next-line no-await-in-loop
    problem = await ask(url, signal);
    if (problem === null) return null;
    // oxlint-disable-next-line no-await-in-loop
    if (attempt < tries) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return problem;
}

async function ask(url: string, signal: AbortSignal): Promise<HealthProblem | null> {
  try {
    const response = await fetch(url, {
      redirect: "follow",
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
    });
    const body = await response.text();
    if (response.ok) return null;
    const reason = body.slice(0, 300);
    return { category: "runtime", message: `${url} answered with status ${response.status}.`, reason };
  } catch {
    return { category: "network", message: `${url} did not answer.`, reason: null };
  }
}

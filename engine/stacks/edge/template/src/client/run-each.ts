import { say } from "../shared/say.ts";
const atOnce = 4;

export interface EachOutcome {
  done: number;
  /** What the first failures said. */
  problems: string[];
}

/** Does the same to many records, a few at a time; a failure leaves the others going. */
export async function runEach(ids: readonly string[], action: (id: string) => Promise<unknown>): Promise<EachOutcome> {
  const outcome: EachOutcome = { done: 0, problems: [] };
  const waiting = [...ids];
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        await action(id);
        outcome.done += 1;
      } catch (failure) {
        outcome.problems.push(failure instanceof Error ? failure.message : say.didNotWork);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return outcome;
}

import { createInterface } from "node:readline/promises";

/** What the person types, or undefined when they leave with Ctrl-C or close their input; Ctrl-C also reaches the program. */
export async function ask(question: string): Promise<string | undefined> {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const left = new Promise<undefined>((resolve) => prompt.once("close", () => resolve(undefined)));
  prompt.once("SIGINT", () => {
    prompt.close();
    process.kill(process.pid, "SIGINT");
  });
  const answer = await Promise.race([prompt.question(question), left]);
  prompt.close();
  return answer?.trim();
}

// One prompt through the platform: how it ended, what each stage took, whether its app answers.
import { isEndState } from "#protocol/loop-state.ts";
import { App, type Client } from "../../tests/platform/client.ts";
import { round } from "../statistics.ts";

export interface Measured {
  status: string;
  error: string | null;
  answers: boolean;
  models: number;
  totalMs: number;
  /** Prompt accepted → `preview.ready`. */
  previewMs: number | null;
  previewUrl: string | null;
  stages: Record<string, number>;
}

export async function measurePrompt(client: Client, name: string, prompt: string): Promise<Measured> {
  const project = await client.createProject(name.slice(0, 60));
  const begin = performance.now();
  const accepted = await client.generate(project.id, prompt);
  const generation = await client.waitFor(accepted.id, ["complete"]);
  const totalMs = performance.now() - begin;
  const events = await client.allEvents(project.id);
  const created = Date.parse(events[0]?.ts ?? "");
  const ready = events.find((event) => event.type === "preview.ready");
  const plan = events.find((event) => event.type === "plan.proposed");
  const stages: Record<string, number> = {};
  let last: { state: string; at: number } | null = null;
  for (const event of events) {
    if (event.type !== "loop.transition") continue;
    const at = Date.parse(event.ts);
    if (last) stages[last.state] = (stages[last.state] ?? 0) + at - last.at;
    last = isEndState(event.data.to) ? null : { state: event.data.to, at };
  }
  return {
    status: generation.status,
    error: generation.error?.message ?? null,
    answers: generation.previewUrl !== null && (await answers(generation.previewUrl)),
    models: plan?.type === "plan.proposed" ? plan.data.prd.models.length : 0,
    totalMs: round(totalMs),
    previewMs: ready ? Date.parse(ready.ts) - created : null,
    previewUrl: generation.previewUrl,
    stages,
  };
}

async function answers(previewUrl: string): Promise<boolean> {
  const app = await App.open(previewUrl);
  const [page, health] = await Promise.all([app.call("GET", "/"), app.call("GET", "/api/health")]);
  return page.status === 200 && page.text.includes("<html") && health.status === 200;
}

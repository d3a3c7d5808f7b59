// Loaded when someone undoes.
import { countOf } from "../shared/format.ts";
import { modelOf } from "../shared/lookup.ts";
import { api } from "./api.ts";
import { runEach } from "./run-each.ts";

/** Takes deleted records back out of the trash; answers what to tell. */
export async function undoDeletion(key: string, ids: readonly string[]): Promise<string> {
  const model = modelOf(key);
  const { done, problems } = await runEach(ids, (id) => api.restore(model, id));
  const restored = done === 1 && ids.length === 1 ? `${model.label} restored` : `${countOf(done, model)} restored`;
  return problems.length === 0 ? restored : `${restored}. ${problems[0] ?? ""}`;
}

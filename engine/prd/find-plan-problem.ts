// What the schema of a plan cannot see.
import { resolvePrd } from "./resolve.ts";
import type { Prd } from "./schema.ts";

/** Names that point nowhere, tasks that wait for each other; null when the plan can be built. */
export function findPlanProblem(prd: Prd): string | null {
  const same = (name: string) => name.trim().toLowerCase();
  const known = new Set(prd.models.map((model) => same(model.name)));
  const problems: string[] = [];
  if (known.size < prd.models.length) problems.push("Two models have the same name.");
  for (const { from, to, name } of prd.relationships) {
    for (const model of [from, to]) {
      if (!known.has(same(model)))
        problems.push(`The relationship "${name}" names the model "${model}", which is not in models.`);
    }
  }
  for (const model of prd.models) {
    for (const field of model.fields) {
      if (field.type === "enum" && (field.values ?? []).length === 0)
        problems.push(`${model.name}.${field.name} is an enum without values.`);
      if (field.type === "reference" && field.target !== undefined && !known.has(same(field.target)))
        problems.push(`${model.name}.${field.name} points to "${field.target}", which is not in models.`);
    }
  }
  const ids = new Set(prd.tasks.map((task) => task.id));
  for (const task of prd.tasks) {
    const missing = task.dependsOn.filter((id) => !ids.has(id));
    if (missing.length > 0) problems.push(`Task ${task.id} depends on ${missing.join(", ")}, which does not exist.`);
  }
  if (hasCycle(prd.tasks)) problems.push("The tasks wait for each other in a circle.");
  if (problems.length > 0) return `The plan cannot be built yet:\n- ${problems.slice(0, 20).join("\n- ")}`;
  resolvePrd(prd);
  return null;
}

function hasCycle(tasks: Prd["tasks"]): boolean {
  const done = new Set<string>();
  let left = tasks;
  for (;;) {
    const next = left.filter((task) => !task.dependsOn.every((id) => done.has(id)));
    for (const task of left) if (!next.includes(task)) done.add(task.id);
    if (next.length === 0) return false;
    if (next.length === left.length) return true;
    left = next;
  }
}

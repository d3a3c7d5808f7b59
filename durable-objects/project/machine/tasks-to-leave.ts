// Which tasks' work is left out first when repairs did not help: those that wrote what fails, and those built on them. Pure.
import type { Prd } from "#engine/prd/schema.ts";
import type { TaskFiles } from "./context.ts";

/** Empty where no task is to blame, or where nothing would be left: then all of it goes, as one fallback of its own. */
export function tasksToLeave(
  tasks: Prd["tasks"],
  wrote: readonly TaskFiles[],
  failing: readonly string[],
  leftOut: readonly string[],
): string[] {
  const left = new Set(leftOut);
  const standing = tasks.filter(({ id }) => !left.has(id));
  const blamed = new Set(
    standing
      .filter(({ id }) =>
        wrote.some(({ taskId, files }) => taskId === id && failing.some((file) => files.includes(file))),
      )
      .map(({ id }) => id),
  );
  if (blamed.size === 0) return [];
  for (let grown = true; grown;) {
    const before = blamed.size;
    for (const { id, dependsOn } of standing) if (dependsOn.some((other) => blamed.has(other))) blamed.add(id);
    grown = blamed.size > before;
  }
  return blamed.size === standing.length ? [] : standing.flatMap(({ id }) => (blamed.has(id) ? [id] : []));
}

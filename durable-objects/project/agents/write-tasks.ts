// The plan's tasks, written by the coder onto a tree that builds. Tasks that do not wait for each other run side by side,
// each on its own copy; one that did not come out clean is left out and said so, so that the app builds in any case.
import { planWaves, type CoderEnd, type CoderTask, type OtherTask } from "#engine/agents/coder/run-coder.ts";
import { mergeFile } from "#engine/merge/merge-file.ts";
import type { ProviderId } from "#engine/llm/provider.ts";
import type { Prd } from "#engine/prd/schema.ts";
import type { WorkContext } from "../effects/work.ts";
import type { TaskFiles } from "../machine/context.ts";
import { checkTree } from "./check-tree.ts";
import { fitTask } from "./conversation-keys.ts";
import { runTask, type TaskResult, type TaskSurroundings } from "./run-task.ts";

export interface WrittenTasks {
  /** Path → text; null: deleted. Against the tree that was given. */
  readonly changes: ReadonlyMap<string, string | null>;
  readonly done: readonly { readonly title: string; readonly summary: string }[];
  readonly left: readonly { readonly title: string; readonly reason: string }[];
  /** Which files each task wrote, in the order in which they were done. */
  readonly wrote: readonly TaskFiles[];
  /** A task was left because its provider failed, by no fault of the user's. */
  readonly modelFailed: boolean;
}

const atOnce = 2;
/** Of one task that are remembered. */
const mostFiles = 100;

/** The scaffold followed a changed plan, what people or an earlier model wrote on top of it did not yet. */
const fitting = (stale: readonly string[]): CoderTask => ({
  id: fitTask,
  title: "Make the code that stands on top of the generated parts fit the changed plan again.",
  details: [
    "The generated files are right as they are; the code that uses them is from before the change. Rename and adapt what uses old names, in texts for people as well, so that everything does what it did before, and what the generator adds is there. Build nothing else: the plan's other tasks follow.",
    ...(stale.length === 0
      ? []
      : [
          `Records are read by key, so that the compiler does not find every place. These lines hold names that the plan has changed; the same word may mean something else there:\n${stale.map((line) => `- ${line}`).join("\n")}`,
        ]),
  ].join("\n\n"),
});

/** What the tree that tasks start from is like. */
export interface StartingPoint {
  /** It holds code of an earlier version that the present plan may have broken. */
  readonly mayNotFit: boolean;
  /** Places in that code with names that the plan has changed, from `findStaleNames`. */
  readonly stale: readonly string[];
  /** What could not be merged of that code and the newly generated one, from `describeUnmerged`. */
  readonly unmerged: string | null;
  /** What this generation has changed so far, when that is to be mended. */
  readonly change: string | null;
}

export async function writeTasks(
  work: WorkContext,
  tree: ReadonlyMap<string, string>,
  tasks: Prd["tasks"],
  provider: ProviderId,
  { mayNotFit, stale, unmerged, change }: StartingPoint,
): Promise<WrittenTasks> {
  let current = new Map(tree);
  const done: { title: string; summary: string }[] = [];
  const left: { title: string; reason: string }[] = [];
  const wrote: TaskFiles[] = [];
  let modelFailed = false;
  const finished = new Map<string, OtherTask>();
  const settle = (task: CoderTask, { end, changes, overBudget }: TaskResult) => {
    modelFailed ||= end.kind === "failed" && !overBudget;
    if (isUsable(end)) wrote.push({ taskId: task.id, files: [...changes.keys()].slice(0, mostFiles) });
    if (end.kind === "done") {
      const { title } = task;
      done.push({ title, summary: end.summary });
      finished.set(task.id, { title, state: "done", summary: end.summary, files: [...changes.keys()] });
      return;
    }
    const reason = end.kind === "failed" ? end.message : end.reason;
    finished.set(task.id, { title: task.title, state: "left" });
    left.push({ title: task.title, reason: end.kind === "partly" ? `Only a part of it is done. ${reason}` : reason });
  };
  const stateOf =
    (group: readonly CoderTask[]) =>
    (other: Pick<CoderTask, "id" | "title">): OtherTask => {
      const isNow = group.some(({ id }) => id === other.id);
      return finished.get(other.id) ?? { title: other.title, state: isNow ? "now" : "later" };
    };
  const around = (group: readonly CoderTask[], task: CoderTask): TaskSurroundings => ({
    others: [fit, ...tasks]
      .filter(({ id }) => id !== task.id && (id !== fit.id || finished.has(id)))
      .map(stateOf(group)),
    broken: null,
    change,
    unmerged: null,
  });
  const fit = fitting(stale);
  const broken = mayNotFit ? await checkTree(work, tree, { kind: "code" }, work.signal) : null;
  if (broken?.ok === false || stale.length > 0 || unmerged !== null) {
    const surroundings = { ...around([], fit), unmerged, broken: broken?.ok === false ? broken.output : null };
    const result = await runTask(work, current, fit, provider, surroundings);
    if (isUsable(result.end)) current = applyChanges(current, result.changes);
    settle(fit, result);
  }
  for (const wave of planWaves(tasks)) {
    for (let at = 0; at < wave.length; at += atOnce) {
      const group = wave.slice(at, at + atOnce);
      const base = current;
      const results = await Promise.all(group.map((task) => runTask(work, base, task, provider, around(group, task))));
      for (const [index, result] of results.entries()) {
        const task = group[index];
        if (!task) continue;
        const { end, changes } = result;
        if (!isUsable(end)) {
          settle(task, result);
          continue;
        }
        const merged = mergeChanges(base, current, changes);
        if (merged) {
          current = merged;
          settle(task, result);
          continue;
        }
        // Its neighbour changed the same lines: once more, on top of them.
        work.log("coder", "info", `"${task.title}" met another task's changes and starts again on top of them.`);
        const again = await runTask(work, current, { ...task, id: `${task.id}+` }, provider, around([], task));
        if (isUsable(again.end)) current = applyChanges(current, again.changes);
        settle(task, again);
      }
    }
  }
  return { changes: difference(tree, current), done, left, wrote, modelFailed };
}

const isUsable = (end: CoderEnd): boolean => end.kind === "done" || end.kind === "partly";

type Changes = ReadonlyMap<string, string | null>;

/** Null when both sides changed the same lines. */
function mergeChanges(
  base: ReadonlyMap<string, string>,
  current: Map<string, string>,
  changes: Changes,
): Map<string, string> | null {
  const merged = new Map(current);
  for (const [path, text] of changes) {
    const before = base.get(path);
    const now = current.get(path);
    if (now === before) {
      if (text === null) merged.delete(path);
      else merged.set(path, text);
      continue;
    }
    if (now === text) continue;
    if (before === undefined || now === undefined || text === null) return null;
    const file = mergeFile(path, before, now, text);
    if (file.text === null || file.kept !== null) return null;
    merged.set(path, file.text);
  }
  return merged;
}

function applyChanges(tree: ReadonlyMap<string, string>, changes: Changes): Map<string, string> {
  const next = new Map(tree);
  for (const [path, text] of changes) {
    if (text === null) next.delete(path);
    else next.set(path, text);
  }
  return next;
}

function difference(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Changes {
  const changes = new Map<string, string | null>();
  for (const [path, text] of after) if (before.get(path) !== text) changes.set(path, text);
  for (const path of before.keys()) if (!after.has(path)) changes.set(path, null);
  return changes;
}

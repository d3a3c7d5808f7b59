// What healing makes of the corpus, each app from what was recorded of it; with a builder, what is not recorded is built.
import type { TestBuilder } from "#builder/builder.fixture.ts";
import { type BrokenApp, rebuildApp } from "./broken-app.ts";
import type { BrokenRecord, Run } from "./corpus-file.ts";
import { type Attempt, healApp, type Healed } from "./heal-app.ts";
import { addPackages, makeLockfile, runApp } from "./run-app.ts";
import { digestOf } from "./tree-digest.ts";

export interface Replayed {
  readonly app: BrokenApp;
  readonly healed: Healed;
  /** Names what differs from the scaffold in the end; "" where nothing does. */
  readonly digest: string;
  /** The runs that healing came by, in order: what the corpus keeps. */
  readonly runs: readonly Run[];
}

/** Null where the scaffold has changed since: its lines are not those that were recorded. */
export async function replay(record: BrokenRecord, builder: TestBuilder | null): Promise<Replayed | null> {
  const app = rebuildApp(record);
  if (app === null) return null;
  const runs: Run[] = [];
  const nameOf = ({ tree, packages, relocked }: Attempt): string => {
    const added = packages.map(({ name, range }) => `${name}@${range}`);
    return digestOf(app.scaffold, tree, relocked ? [...added, "a new lockfile"] : added);
  };
  const observe = async (attempt: Attempt): Promise<Run["failed"] | null> => {
    const tree = nameOf(attempt);
    // What every scaffold passes is the scaffolds' own benchmark.
    if (tree === "") return {};
    const known = runs.find((run) => run.tree === tree) ?? record.runs.find((run) => run.tree === tree);
    if (known === undefined && builder === null) return null;
    const run = known ?? { tree, ...(await build(app, attempt, builder as TestBuilder)) };
    if (!runs.includes(run)) runs.push(run);
    return run.failed;
  };
  const healed = await healApp(app, observe);
  return { app, healed, digest: nameOf(healed.last), runs };
}

async function build(
  app: BrokenApp,
  { tree, packages, relocked }: Attempt,
  builder: TestBuilder,
): Promise<Omit<Run, "tree">> {
  const locked = relocked ? await makeLockfile(builder, tree) : tree;
  const whole = locked === null || packages.length === 0 ? locked : await addPackages(builder, locked, packages);
  return whole === null
    ? { failed: { install: { outcome: "failed", text: "The packages could not be had." } }, seconds: 0 }
    : runApp(builder, app.stack, whole);
}

import type { Work } from "../machine/transition.ts";
import { build, test } from "./build.ts";
import { code } from "./code.ts";
import { deploy, release } from "./deploy.ts";
import { heal } from "./heal.ts";
import { plan } from "./plan.ts";
import { review } from "./review.ts";
import type { RunWork, WorkContext, WorkResult } from "./work.ts";

const works: Readonly<Record<Work, RunWork>> = {
  plan,
  code,
  review,
  build,
  test,
  heal,
  deploy,
  release,
};

export function runWork(work: Work, context: WorkContext): Promise<WorkResult> {
  return works[work](context);
}

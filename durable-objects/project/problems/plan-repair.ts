// From a problem of the running app to the generation that mends it.
import type { Database } from "#db/client.ts";
import { readProjectToWorkOn } from "#db/queries/project-reads.ts";
import { headVersion } from "#db/queries/version-writes.ts";
import { diagnoseAppFault } from "#engine/heal/runtime/diagnose-app-fault.ts";
import { whenItHappened } from "#protocol/describe-problem.ts";
import type { Outcome, StartGeneration } from "../rpc.ts";
import type { StoredProblem } from "./problem-store.ts";

const whyNot = {
  repairing: "This problem is being repaired already.",
  repaired: "This problem was repaired, and has not come back.",
} as const;

/** `actorId`: null where nobody asked for it; the project's creator stands for it then. */
export async function planRepair(
  db: Database,
  projectId: string,
  { view, error }: StoredProblem,
  actorId: string | null,
): Promise<Outcome<StartGeneration>> {
  if (view.status === "repairing" || view.status === "repaired") {
    return { ok: false, code: "CONFLICT", message: whyNot[view.status] };
  }
  const [project, version] = await Promise.all([readProjectToWorkOn(db, projectId), headVersion(db, projectId)]);
  if (project === null) return { ok: false, code: "NOT_FOUND_ERROR", message: "This project does not exist." };
  if (project.status === "archived") {
    const message = "This project is archived. Take it out of the archive first.";
    return { ok: false, code: "CONFLICT", message };
  }
  if (version === null) return { ok: false, code: "CONFLICT", message: "There is no version to repair." };
  const happened = whenItHappened(view);
  const { name, stack, settings, createdBy } = project;
  return {
    ok: true,
    value: {
      projectId,
      projectName: name,
      actorId: actorId ?? createdBy,
      prompt: `Repair what the running app reported: ${view.message} ${happened}`,
      mode: settings.mode ?? "auto",
      stack,
      provider: settings.provider ?? null,
      budgetUsd: settings.budgetUsd ?? null,
      versionId: version.id,
      mayMend: true,
      repairs: { problemId: view.id, diagnosis: diagnoseAppFault(error, happened) },
    },
  };
}

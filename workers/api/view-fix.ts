import { standingOf } from "#db/queries/fix-memory.ts";
import type { ListedFix } from "#db/queries/fixes.ts";
import { confidenceOf } from "#engine/heal/cache/standing.ts";
import type { FixView } from "./schemas/fixes.ts";

/** `seesAll`: the caller may see the code of every project of the workspace. */
export function viewFix(row: ListedFix, seesAll: boolean): FixView {
  const { id, signatureText, message, summary, origin, borrowed, shareable, project } = row;
  const { successes, failures, createdAt, lastUsedAt, quarantinedAt } = row;
  const isHidden = project?.isPrivate === true && !seesAll;
  return {
    id,
    kind: signatureText.slice(0, Math.max(0, signatureText.indexOf(":"))),
    signature: signatureText.slice(signatureText.indexOf(":") + 1).trim(),
    message: isHidden ? null : message,
    summary: isHidden && !shareable ? "Changes code of a private project." : summary,
    origin,
    borrowed,
    shareable,
    project: project === null || isHidden ? null : { id: project.id, name: project.name },
    successes,
    failures,
    confidence: confidenceOf(standingOf(row), Date.now()),
    state: quarantinedAt === null ? "active" : "quarantined",
    createdAt,
    lastUsedAt,
    quarantinedAt,
  };
}

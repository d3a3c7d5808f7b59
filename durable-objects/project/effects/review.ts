// reviewing: the static review of the version's text files, and a model's review of what was written on the scaffold.
import { isBlocking, type ReviewFinding, reviewTree } from "#engine/review/review.ts";
import type { Actor } from "#protocol/envelope.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { readChange } from "../agents/read-change.ts";
import { reviewChange } from "../agents/review-change.ts";
import { loopLimits } from "../machine/limits.ts";
import type { RunWork } from "./work.ts";

const reviewer: Actor = { kind: "agent", id: "reviewer" };

export const review: RunWork = async (work) => {
  const { env, record, log } = work;
  const { id: generationId, context } = record;
  if (context.versionId === null) throw new Error(`Generation ${generationId} reached review without a version.`);
  const change = await readChange(work, new BlobStore(env.BLOBS), context.versionId);
  const { tree } = change;
  const byRules = reviewTree(tree);
  const byModel = await reviewChange(work, change);
  const findings = [...byRules, ...byModel];
  const lastRound = context.reviewRounds >= loopLimits.reviewRounds;
  const blocking = [...byRules.filter(isBlocking), ...byModel.filter((finding) => blocks(finding, lastRound))];
  log(
    "reviewer",
    blocking.length > 0 ? "warn" : "info",
    `Reviewed ${tree.size} files: ${findings.length} findings, ${blocking.length} blocking.`,
  );
  const summary = blocking.map(describeFinding).join("\n");
  return {
    actor: reviewer,
    event: {
      type: "reviewed",
      blocking: blocking.length,
      summary: `The review found problems that must not ship:\n${summary}`,
    },
    commit: (append) => append("review.completed", reviewer, { generationId, findings: [...findings] }),
  };
};

/** A model's opinion sends the code back; once that has been tried, only what is critical may end a generation. */
function blocks(finding: ReviewFinding, lastRound: boolean): boolean {
  return lastRound ? finding.severity === "critical" : isBlocking(finding);
}

const describeFinding = ({ path, line, message, fix }: ReviewFinding): string =>
  `${path}:${line ?? 1} ${message}${fix === null ? "" : ` ${fix}`}`;

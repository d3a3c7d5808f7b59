// reviewing: the static review of the version's text files.
import { isBlocking, reviewTree } from "#engine/review/review.ts";
import { readManifest } from "#db/queries/version-writes.ts";
import type { Actor } from "#protocol/envelope.ts";
import { BlobStore } from "../../../workers/storage/blobs.ts";
import { readTree } from "../../../workers/storage/tree.ts";
import type { RunWork } from "./work.ts";

const reviewer: Actor = { kind: "agent", id: "reviewer" };

export const review: RunWork = async ({ env, db, record, log }) => {
  const { id: generationId, context } = record;
  if (context.versionId === null) throw new Error(`Generation ${generationId} reached review without a version.`);
  const tree = await readTree(new BlobStore(env.BLOBS), await readManifest(db, context.versionId));
  const findings = reviewTree(tree);
  const blocking = findings.filter(isBlocking);
  log(
    "reviewer",
    blocking.length > 0 ? "warn" : "info",
    `Reviewed ${tree.size} files: ${findings.length} findings, ${blocking.length} blocking.`,
  );
  const summary = blocking.map((finding) => `${finding.path}:${finding.line ?? 1} ${finding.message}`).join("\n");
  return {
    actor: reviewer,
    event: {
      type: "reviewed",
      blocking: blocking.length,
      summary: `The review found problems that must not ship:\n${summary}`,
    },
    commit: (append) => append("review.completed", reviewer, { generationId, findings }),
  };
};

import { Notice } from "../../components/ui/notice.tsx";
import type { Push } from "../../lib/api-types.ts";

const looks = {
  pending: { tone: "working", title: "Waiting for its turn" },
  pushing: { tone: "working", title: "Pushing" },
  done: { tone: "done", title: "On GitHub" },
  moved: { tone: "waiting", title: "The branch has moved" },
  failed: { tone: "danger", title: "The push failed" },
} as const;

/** How far a push is, or what became of it. */
export function PushProgress({ push }: { push: Push }) {
  const { tone, title } = looks[push.status];
  const { filesDone, filesTotal } = push;
  const isOpen = push.status === "pending" || push.status === "pushing";
  return (
    <Notice tone={tone} title={title} role="status">
      {isOpen && (
        <>
          {push.step}
          {filesTotal > 0 && `: ${filesDone} of ${filesTotal} files`}
          <progress
            className="mt-2 block h-1 w-full overflow-hidden rounded-full accent-accent"
            aria-label="Files sent"
            max={Math.max(filesTotal, 1)}
            value={filesDone}
          />
        </>
      )}
      {push.error}
      {push.status === "done" && push.url !== null && (
        <a className="text-accent-ink hover:underline" href={push.url} target="_blank" rel="noopener noreferrer">
          {push.kind === "branch"
            ? `Commit ${push.commitSha?.slice(0, 7)} on ${push.branch}`
            : `Pull request from ${push.branch}`}
          <span className="sr-only"> (in a new tab)</span>
        </a>
      )}
    </Notice>
  );
}

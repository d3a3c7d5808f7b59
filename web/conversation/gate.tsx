import { useId, useState } from "react";
import type { LoopCommand } from "#protocol/frames.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import { Button } from "../components/ui/button.tsx";
import { Textarea } from "../components/ui/input.tsx";

interface GateProps {
  generation: GenerationView;
  pending: LoopCommand | null;
  run: (command: LoopCommand, comment?: string) => void;
}

const gates = {
  awaiting_approval: {
    question: "Build this plan?",
    approve: "Approve the plan",
    reject: "Ask for changes",
    comment: "What should the plan do differently?",
  },
  preview: {
    question: "Is the preview right?",
    approve: "Approve the preview",
    reject: "Ask for changes",
    comment: "What should be different?",
  },
} as const;

/** The question of supervised mode, at the plan and at the preview. */
export function Gate({ generation, pending, run }: GateProps) {
  const [rejecting, setRejecting] = useState(false);
  const [comment, setComment] = useState("");
  const id = useId();
  if (generation.mode !== "supervised") return null;
  if (generation.status !== "awaiting_approval" && generation.status !== "preview") return null;
  const gate = gates[generation.status];
  return (
    <section aria-labelledby={id} className="rounded-lg border border-waiting-line bg-waiting-soft p-3.5">
      <h2 id={id} className="font-[600]">
        {gate.question}
      </h2>
      {rejecting && (
        <Textarea
          autoFocus
          aria-label={gate.comment}
          placeholder={gate.comment}
          rows={3}
          maxLength={4000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          className="mt-3 text-sm"
        />
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {rejecting ? (
          <>
            <Button
              look="primary"
              size="sm"
              busy={pending === "reject"}
              disabled={comment.trim() === "" || pending !== null}
              onClick={() => run("reject", comment.trim())}
            >
              Send changes
            </Button>
            <Button look="quiet" size="sm" onClick={() => setRejecting(false)}>
              Back
            </Button>
          </>
        ) : (
          <>
            <Button
              look="primary"
              size="sm"
              busy={pending === "approve"}
              disabled={pending !== null}
              onClick={() => run("approve")}
            >
              {gate.approve}
            </Button>
            <Button size="sm" disabled={pending !== null} onClick={() => setRejecting(true)}>
              {gate.reject}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import Undo2 from "lucide-react/icons/undo-2";
import { useState } from "react";
import { Link } from "react-router";
import { isEndState } from "#protocol/loop-state.ts";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../../components/ui/dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Textarea } from "../../components/ui/input.tsx";
import { Notice } from "../../components/ui/notice.tsx";
import { errorLine } from "../../lib/api-error.ts";
import type { Handover } from "../../lib/api-types.ts";
import { useProject } from "../../session/project-context.ts";
import { api } from "../../session/session.ts";
import { EditLink } from "./edit-link.tsx";
import { toast } from "../../lib/toast.ts";

type Action = "retry" | "rollback" | "dismiss";

const settledWords: Record<Exclude<Handover["status"], "open">, string> = {
  retried: "It was tried again.",
  "rolled-back": "The project went back to the last version that works.",
  dismissed: "It was left as it is.",
};

const longestHint = 2_000;

/** The ways on: try again with a word of help, edit, go back, leave it. */
export function HandoverActions({ handover }: { handover: Handover }) {
  const { view, canWrite } = useProject();
  const { status, actions, standsAt, followedBy } = handover;
  const [hint, setHint] = useState("");
  const [asking, setAsking] = useState(false);
  const act = useAct(handover.generationId);
  if (status !== "open") {
    return (
      <Notice className="mt-6" title={settledWords[status]}>
        {followedBy !== null && (
          <Link to="?" className="text-accent-ink underline">
            The conversation shows what came of it
          </Link>
        )}
      </Notice>
    );
  }
  if (!canWrite) return null;
  const busy = act.isPending || (view.generation !== null && !isEndState(view.generation.status));
  const mayRetry = actions.includes("retry");
  const place = placeOf(handover);
  const isNow = (action: Action): boolean => act.isPending && act.variables.action === action;
  return (
    <form
      className="mt-6 rounded-lg border border-line bg-raised p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (mayRetry && !busy) act.mutate({ action: "retry", hint: hint.trim() });
      }}
    >
      {mayRetry && (
        <Field
          label="What would help?"
          hint="A sentence on what is wrong, or on what to do instead. It may stay empty."
          className="mb-4"
        >
          {(ids) => (
            <Textarea
              {...ids}
              rows={3}
              maxLength={longestHint}
              value={hint}
              onChange={(event) => setHint(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {mayRetry && (
          <Button type="submit" look="primary" size="sm" disabled={busy} busy={isNow("retry")}>
            <RotateCcw /> Try again
          </Button>
        )}
        {actions.includes("edit") && place !== null && <EditLink {...place} words="Open the file" />}
        {actions.includes("roll-back") && standsAt !== null && (
          <Button type="button" size="sm" disabled={busy} busy={isNow("rollback")} onClick={() => setAsking(true)}>
            <Undo2 /> Roll back to version {standsAt.number}
          </Button>
        )}
        {actions.includes("dismiss") && (
          <Button
            type="button"
            size="sm"
            look="quiet"
            disabled={busy}
            busy={isNow("dismiss")}
            onClick={() => act.mutate({ action: "dismiss" })}
          >
            Dismiss
          </Button>
        )}
      </div>
      {!mayRetry && <p className="mt-3 text-sm text-muted">The newest version works; a new request starts from it.</p>}
      <Dialog open={asking} onOpenChange={setAsking}>
        <DialogContent
          title={`Roll back to version ${standsAt?.number ?? ""}?`}
          description="A new version is made with its files, and the next request starts from there. What failed stays in the list of versions."
        >
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Keep as it is</Button>
            </DialogClose>
            <Button
              look="primary"
              onClick={() => {
                setAsking(false);
                act.mutate({ action: "rollback" });
              }}
            >
              Roll back
            </Button>
          </div>
        </DialogContent>
      </Dialog>
    </form>
  );
}

function useAct(generationId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ action, hint = "" }: { action: Action; hint?: string }) =>
      api.send("POST", `/api/v1/generations/${generationId}/handover/${action}`, hint === "" ? undefined : { hint }),
    onSuccess: (_answer, { action }) => {
      if (action === "rollback") toast.success("Rolled back");
    },
    onError: (error) => toast.error(errorLine(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ["handover", generationId] }),
  });
}

/** Where to edit first: what the tool named, else what the reproduction shows. */
function placeOf({ failure, reproduction }: Handover): { path: string; line: number | null } | null {
  const named = failure?.causes.find(({ file }) => file !== null);
  if (named?.file) return { path: named.file, line: named.line };
  const [shown] = reproduction?.places ?? [];
  return shown === undefined ? null : { path: shown.path, line: shown.line };
}

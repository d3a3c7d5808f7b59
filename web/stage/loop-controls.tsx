import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import Square from "lucide-react/icons/square";
import { useState } from "react";
import { isEndState } from "#protocol/loop-state.ts";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { useProject } from "../session/project-context.ts";

/** Pause, resume, cancel. The button turns busy at once and gives way when the loop has answered. */
export function LoopControls() {
  const { view, commands, canWrite } = useProject();
  const [asking, setAsking] = useState(false);
  const { generation } = view;
  if (!canWrite || generation === null || isEndState(generation.status) || generation.status === "idle") return null;
  const paused = generation.status === "paused";
  const { pending, run } = commands;
  return (
    <div className="flex items-center gap-1">
      {paused ? (
        <Button
          look="primary"
          size="sm"
          busy={pending === "resume"}
          disabled={pending !== null}
          onClick={() => run("resume")}
        >
          <Play /> Resume
        </Button>
      ) : (
        generation.status !== "preview" && (
          <Button size="sm" busy={pending === "pause"} disabled={pending !== null} onClick={() => run("pause")}>
            <Pause /> <span className="max-sm:sr-only">Pause</span>
          </Button>
        )
      )}
      <Button
        look="dangerQuiet"
        size="sm"
        busy={pending === "cancel"}
        disabled={pending !== null}
        onClick={() => setAsking(true)}
      >
        <Square /> <span className="max-sm:sr-only">Cancel</span>
      </Button>
      <Dialog open={asking} onOpenChange={setAsking}>
        <DialogContent
          title="Cancel this work?"
          description="It stops at once and cannot be resumed. Saved versions stay."
        >
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Keep going</Button>
            </DialogClose>
            <Button
              look="danger"
              onClick={() => {
                setAsking(false);
                run("cancel");
              }}
            >
              Cancel the work
            </Button>
          </div>
        </DialogContent>
      </Dialog>
    </div>
  );
}

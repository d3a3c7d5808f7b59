import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import FolderOpen from "lucide-react/icons/folder-open";
import Hand from "lucide-react/icons/hand";
import Hammer from "lucide-react/icons/hammer";
import Info from "lucide-react/icons/info";
import { loopStates } from "#protocol/loop-state.ts";
import { Mark, Wordmark } from "../components/mark.tsx";
import { GenerationStatusBadge } from "../components/status-badge.tsx";
import { Badge } from "../components/ui/badge.tsx";
import { Button } from "../components/ui/button.tsx";
import { EmptyState } from "../components/ui/empty-state.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { Spinner } from "../components/ui/spinner.tsx";
import { type Specimen, State, States } from "./specimen-sheet.tsx";
import { toast } from "../lib/toast.ts";

const tones = [
  ["neutral", Info, "It is as it was."],
  ["working", Hammer, "The app is being built."],
  ["waiting", Hand, "The plan waits for your approval."],
  ["done", CircleCheck, "Version 3 answers."],
  ["danger", CircleAlert, "The build failed and could not be repaired."],
] as const;

export const feedbackSpecimens: Specimen[] = [
  {
    name: "Badge",
    note: "A state in one or two words. The tone never says more than the words do.",
    draw: () => (
      <div className="flex flex-col gap-4">
        <States>
          {tones.map(([tone]) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
        </States>
        <States>
          {loopStates.map((state) => (
            <GenerationStatusBadge key={state} status={state} />
          ))}
        </States>
      </div>
    ),
  },
  {
    name: "Notice",
    note: "Stays where it belongs, says what is so and what can be done about it.",
    draw: () => (
      <div className="flex flex-col gap-3">
        {tones.map(([tone, Icon, words]) => (
          <Notice key={tone} tone={tone} icon={<Icon aria-hidden="true" />} title={words}>
            {tone === "danger" ? "Eight errors remain in two files." : undefined}
          </Notice>
        ))}
        <Notice
          tone="waiting"
          icon={<Hand aria-hidden="true" />}
          title="With something to do"
          actions={
            <>
              <Button size="sm" look="primary">
                Approve
              </Button>
              <Button size="sm">Send back</Button>
            </>
          }
        />
      </div>
    ),
  },
  {
    name: "Toast",
    note: "For what has just happened elsewhere on the page, or a moment ago. It goes by itself.",
    draw: () => (
      <States>
        <Button size="sm" onClick={() => toast.success("Saved as version 4")}>
          Say it worked
        </Button>
        <Button
          size="sm"
          onClick={() => toast.error("It could not be saved", { description: "The server did not answer." })}
        >
          Say it failed
        </Button>
      </States>
    ),
  },
  {
    name: "Empty, loading",
    note: "An empty place says what will stand there and how it gets there. What loads keeps its size.",
    draw: () => (
      <div className="flex flex-col gap-4">
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState
            className="py-8"
            icon={<FolderOpen aria-hidden="true" />}
            title="No projects yet"
            actions={
              <Button size="sm" look="primary">
                Describe an app
              </Button>
            }
          >
            Each app you describe becomes a project.
          </EmptyState>
        </div>
        <Skeleton className="h-6 w-2/3" />
        <Skeleton className="h-6" />
        <States>
          <State name="Spinner">
            <Spinner />
          </State>
          <State name="Mark">
            <Mark className="size-8" />
          </State>
          <State name="Wordmark">
            <Wordmark />
          </State>
        </States>
      </div>
    ),
  },
];

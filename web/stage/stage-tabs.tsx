import { useEffect, useRef } from "react";
import { TabsList, TabsTrigger } from "../components/ui/tabs.tsx";
import { useProject } from "../session/project-context.ts";
import { useProblems } from "./use-problems.ts";
import type { Pane } from "./use-pane.ts";

interface StageTabsProps {
  shown: Pane;
  /** Id of the conversation where it is one of the tabs. */
  chatId: string | null;
}

export function StageTabs({ shown, chatId }: StageTabsProps) {
  const { view } = useProject();
  const row = useRef<HTMLDivElement>(null);
  // On a narrow screen a link may open a tab that the row does not show.
  useEffect(() => {
    row.current?.querySelector('[data-state="active"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [shown]);
  return (
    <TabsList
      ref={row}
      aria-label="Stage"
      className="row-start-1 overflow-x-auto overflow-y-hidden border-b border-line bg-surface px-1 wide:col-start-2 wide:px-2"
    >
      {chatId !== null && (
        <TabsTrigger value="chat" aria-controls={chatId}>
          Chat
        </TabsTrigger>
      )}
      <TabsTrigger value="preview">Preview</TabsTrigger>
      <TabsTrigger value="code">Code</TabsTrigger>
      <TabsTrigger value="versions">Versions</TabsTrigger>
      <TabsTrigger value="console">
        Console <ErrorCount />
      </TabsTrigger>
      <TabsTrigger value="progress">Progress</TabsTrigger>
      <TabsTrigger value="plan">Plan</TabsTrigger>
      <TabsTrigger value="decisions">Decisions</TabsTrigger>
      <TabsTrigger value="checks">Checks</TabsTrigger>
      <TabsTrigger value="deploy">Deploy</TabsTrigger>
      {(shown === "handover" || view.generation?.status === "escalated") && (
        <TabsTrigger value="handover">Hand-over</TabsTrigger>
      )}
      <TabsTrigger value="problems">
        Problems <ProblemCount />
      </TabsTrigger>
    </TabsList>
  );
}

function ErrorCount() {
  const { view } = useProject();
  const errors = view.consoleErrors;
  if (errors === 0) return null;
  return (
    <span className="rounded-sm bg-danger-soft px-1 font-mono text-2xs text-danger-ink">
      {errors > 99 ? "99+" : errors}
      <span className="sr-only"> errors</span>
    </span>
  );
}

function ProblemCount() {
  const open = useProblems().data?.items.filter(({ status }) => status === "open").length ?? 0;
  if (open === 0) return null;
  return (
    <span className="rounded-sm bg-waiting-soft px-1 font-mono text-2xs text-waiting-ink">
      {open}
      <span className="sr-only"> open</span>
    </span>
  );
}

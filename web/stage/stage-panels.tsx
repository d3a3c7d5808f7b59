import { lazy, Suspense } from "react";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { TabsContent } from "../components/ui/tabs.tsx";
import { useOnceTrue } from "../lib/use-once-true.ts";
import type { Pane } from "./use-pane.ts";

/** The preview's code, which a project opens with. */
export const loadPreview = () => import("./preview-pane.tsx");
const PreviewPane = lazy(async () => ({ default: (await loadPreview()).PreviewPane }));

/** Each comes with the first visit of its tab. */
const panels = {
  code: lazy(async () => ({ default: (await import("./code-pane.tsx")).CodePane })),
  versions: lazy(async () => ({ default: (await import("./versions-pane.tsx")).VersionsPane })),
  console: lazy(async () => ({ default: (await import("./console/console-pane.tsx")).ConsolePane })),
  progress: lazy(async () => ({ default: (await import("./progress/progress-pane.tsx")).ProgressPane })),
  plan: lazy(async () => ({ default: (await import("./plan-pane.tsx")).PlanPane })),
  decisions: lazy(async () => ({ default: (await import("./decisions-pane.tsx")).DecisionsPane })),
  checks: lazy(async () => ({ default: (await import("./checks-pane.tsx")).ChecksPane })),
  deploy: lazy(async () => ({ default: (await import("./deploy/deploy-pane.tsx")).DeployPane })),
  handover: lazy(async () => ({ default: (await import("./handover/handover-pane.tsx")).HandoverPane })),
  problems: lazy(async () => ({ default: (await import("./problems-pane.tsx")).ProblemsPane })),
} satisfies Record<Exclude<Pane, "chat" | "preview">, unknown>;

const look = "flex min-h-0 min-w-0 flex-1 flex-col data-[state=inactive]:hidden";

export function StagePanels({ shown, open }: { shown: Pane; open: (pane: Pane) => void }) {
  const wasPreviewed = useOnceTrue(shown === "preview");
  return (
    <>
      {/* From its first visit on it stays mounted, so that the app in the frame keeps its state behind the other tabs. */}
      <TabsContent value="preview" forceMount className={look}>
        {wasPreviewed && (
          <Suspense fallback={<PanelLoading />}>
            <PreviewPane openProblems={() => open("problems")} />
          </Suspense>
        )}
      </TabsContent>
      {Object.entries(panels).map(([name, Panel]) => (
        <TabsContent key={name} value={name} className={look}>
          <Suspense fallback={<PanelLoading />}>
            <Panel />
          </Suspense>
        </TabsContent>
      ))}
    </>
  );
}

function PanelLoading() {
  return <Skeleton className="m-4 h-40" role="status" aria-label="Loading the tab" />;
}

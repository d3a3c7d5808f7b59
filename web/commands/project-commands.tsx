import Download from "lucide-react/icons/download";
import MessageSquare from "lucide-react/icons/message-square";
import PanelTop from "lucide-react/icons/panel-top";
import Pause from "lucide-react/icons/pause";
import Play from "lucide-react/icons/play";
import Square from "lucide-react/icons/square";
import { isEndState } from "#protocol/loop-state.ts";
import { errorLine } from "../lib/api-error.ts";
import { saveFile } from "../lib/save-file.ts";
import { useProject } from "../session/project-context.ts";
import { api } from "../session/session.ts";
import { type Command, useCommands } from "./command-store.ts";
import type { ShortcutId } from "./shortcuts.ts";
import { toast } from "../lib/toast.ts";

interface ProjectCommandsProps {
  /** As the row of tabs shows them. */
  tabs: readonly string[];
  openTab: (tab: string) => void;
  focusMessage: () => void;
  slug: string;
}

const titles: Readonly<Record<string, string>> = { handover: "Hand-over", chat: "Conversation" };
const titleOf = (tab: string): string => titles[tab] ?? tab.charAt(0).toUpperCase() + tab.slice(1);

/** What can be done to the open project, for the palette and the shortcuts. */
export function ProjectCommands({ tabs, openTab, focusMessage, slug }: ProjectCommandsProps) {
  const { projectId, view, commands, canWrite } = useProject();
  const { generation, versionId } = view;
  const isUnderWay = canWrite && generation !== null && !isEndState(generation.status) && generation.status !== "idle";
  const isPaused = generation?.status === "paused";
  const group = "This project";
  const own: Command[] = tabs.map((tab, at) => ({
    id: `tab-${tab}`,
    title: `Open ${titleOf(tab)}`,
    group,
    icon: PanelTop,
    keywords: ["tab"],
    ...(at < 9 && { shortcut: `tab${at + 1}` as ShortcutId }),
    run: () => openTab(tab),
  }));
  own.push({
    id: "message",
    title: "Write to the project",
    group,
    icon: MessageSquare,
    keywords: ["chat", "prompt", "ask", "change"],
    shortcut: "message",
    run: focusMessage,
  });
  if (isUnderWay && generation.status !== "preview")
    own.push({
      id: "pause",
      title: isPaused ? "Resume the work" : "Pause the work",
      group,
      icon: isPaused ? Play : Pause,
      shortcut: "pause",
      run: () => commands.run(isPaused ? "resume" : "pause"),
    });
  if (isUnderWay)
    own.push({
      id: "cancel",
      title: "Cancel the work",
      group,
      icon: Square,
      keywords: ["stop", "abort"],
      run: () => {
        // It cannot be taken back: a second, deliberate step.
        toast.message("Cancel the work?", {
          description: "It stops at once and cannot be resumed. Saved versions stay.",
          action: { label: "Cancel it", onClick: () => commands.run("cancel") },
          duration: 10_000,
        });
      },
    });
  if (versionId !== null)
    own.push({
      id: "export",
      title: "Export the source code",
      group,
      icon: Download,
      keywords: ["download", "zip"],
      run: () => void takeSource(projectId, versionId, slug),
    });
  useCommands("project", own);
  return null;
}

async function takeSource(projectId: string, versionId: string, slug: string): Promise<void> {
  try {
    const path = `/api/v1/projects/${projectId}/export?format=source&version=${versionId}`;
    saveFile(await api.blob(path), `${slug}.zip`);
    toast.success("The source code was downloaded");
  } catch (error) {
    toast.error(errorLine(error));
  }
}

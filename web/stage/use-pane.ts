import { useSearchParams } from "react-router";

/** The tabs of a project; the conversation is one where it does not stand beside them. */
export const panes = [
  "chat",
  "preview",
  "code",
  "versions",
  "console",
  "progress",
  "plan",
  "decisions",
  "checks",
  "deploy",
  "problems",
  "handover",
] as const;
export type Pane = (typeof panes)[number];

/** What a tab was asked to show belongs to that visit of it. */
const ofOneVisit = ["generation", "file", "line", "show", "agent", "at", "version", "compare", "as", "q", "how"];

/** The open tab lives in the URL, so a link and a reload show the same thing. Side by side, "chat" shows the preview. */
export function usePane(): [Pane, (pane: Pane) => void] {
  const [search, setSearch] = useSearchParams();
  const pane = panes.find((name) => name === search.get("tab")) ?? "chat";
  return [
    pane,
    (next) =>
      setSearch(
        (current) => {
          for (const name of ofOneVisit) current.delete(name);
          if (next === "chat") current.delete("tab");
          else current.set("tab", next);
          return current;
        },
        { replace: true, preventScrollReset: true },
      ),
  ];
}

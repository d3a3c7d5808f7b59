import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import type { AppNotification } from "../lib/api-types.ts";
import { notificationsQuery } from "../lib/dashboard-queries.ts";
import { projectsQuery } from "../lib/project-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { useSession } from "../session/session.ts";
import { showBrowserNotice, useBrowserNotices } from "./browser-notices.ts";
import { markRead } from "./mark-read.ts";
import { useInbox } from "./use-inbox.ts";
import { type Told, whatToTell } from "./what-to-tell.ts";
import { toast } from "../lib/toast.ts";

/** While the inbox is away. */
const visibleMs = 15_000;
const hiddenMs = 60_000;
/** Longer than usual: it is about something else than what its reader does now. */
const shownMs = 12_000;

/** Outlives the page, which every change of the address may replace. */
let remembered: { userId: string; told: Told } = { userId: "", told: { known: null } };

/** Asks for notifications when there is news, and shows those of other projects. */
export function NotificationWatch() {
  const inApp = useSession((state) => state.user?.preferences.notifications?.inApp !== false);
  const browserNotices = useBrowserNotices((store) => store.state);
  const navigate = useNavigate();
  const openProject = /^\/projects\/(prj_\w+)/.exec(useLocation().pathname)?.[1] ?? null;
  const userId = useSession((state) => state.user?.id ?? "");
  const isLive = useInbox(userId);
  const { data } = useQuery({
    ...notificationsQuery,
    refetchInterval: () => (isLive ? false : document.hidden ? hiddenMs : visibleMs),
    // Nobody would see it otherwise.
    refetchIntervalInBackground: browserNotices === "on",
  });

  useEffect(() => {
    if (data === undefined) return;
    const isVisible = !document.hidden;
    const before = remembered.userId === userId ? remembered.told : { known: null };
    const { told, news, seen } = whatToTell(before, data.items, { openProject, isVisible });
    remembered = { userId, told };
    if (seen.length > 0) markRead(seen);
    if (news.length > 0) void queryClient.invalidateQueries({ queryKey: projectsQuery.queryKey });
    for (const notice of news) {
      const open = (): void => {
        markRead([notice]);
        void navigate(`/projects/${notice.projectId}`);
      };
      if (!isVisible) showBrowserNotice({ id: notice.id, title: notice.projectName, text: notice.text, onClick: open });
      if (inApp) showToast(notice, open);
    }
  }, [data, openProject, inApp, navigate, userId]);
  return null;
}

function showToast({ id, kind, projectName, text }: AppNotification, open: () => void): void {
  const show = kind === "failed" || kind === "escalated" ? toast.error : kind === "done" ? toast.success : toast.info;
  show(projectName, { id, description: text, duration: shownMs, action: { label: "Open", onClick: open } });
}

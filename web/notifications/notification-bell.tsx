import { useQuery } from "@tanstack/react-query";
import Bell from "lucide-react/icons/bell";
import BellRing from "lucide-react/icons/bell-ring";
import { Link } from "react-router";
import { useCommandStore } from "../commands/command-store.ts";
import { Button } from "../components/ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "../components/ui/menu.tsx";
import { classNames } from "../lib/class-names.ts";
import type { AppNotification } from "../lib/api-types.ts";
import { notificationsQuery } from "../lib/dashboard-queries.ts";
import { formatAgo, formatCount } from "../lib/format.ts";
import { useNow } from "../lib/use-now.ts";
import { switchOn, useBrowserNotices } from "./browser-notices.ts";
import { markRead } from "./mark-read.ts";

const tones: Readonly<Record<AppNotification["kind"], string>> = {
  done: "bg-done",
  waiting: "bg-waiting",
  failed: "bg-danger",
  escalated: "bg-danger",
};

/** What became of one's runs. Closing it counts as having read it. */
export function NotificationBell() {
  const isOpen = useCommandStore((state) => state.areNotificationsOpen);
  const items = useQuery(notificationsQuery).data?.items ?? [];
  const unread = items.filter(({ readAt }) => readAt === null).length;
  const browserNotices = useBrowserNotices((store) => store.state);
  const now = useNow(isOpen, 30_000);

  function onOpenChange(areNotificationsOpen: boolean): void {
    useCommandStore.setState({ areNotificationsOpen });
    if (!areNotificationsOpen) markRead(items);
  }

  return (
    <Menu open={isOpen} onOpenChange={onOpenChange}>
      <MenuTrigger asChild>
        <Button
          look="quiet"
          size="icon"
          aria-label={unread === 0 ? "Notifications" : `Notifications, ${formatCount(unread, "new one", "new ones")}`}
        >
          {unread === 0 ? <Bell /> : <BellRing className="text-ink" />}
          {unread > 0 && (
            <span
              aria-hidden="true"
              className="absolute top-1 right-1 size-2 rounded-full bg-waiting ring-2 ring-surface"
            />
          )}
        </Button>
      </MenuTrigger>
      <MenuContent className="w-[min(24rem,calc(100vw-1rem))]">
        <MenuLabel>Notifications</MenuLabel>
        <div className="max-h-[60dvh] overflow-auto">
          {items.length === 0 && (
            <p className="px-2.5 pb-3 text-sm text-muted">
              Nothing yet. When a run is done, stops, or waits for you, you read it here, wherever you are.
            </p>
          )}
          {items.map((item) => (
            <MenuItem key={item.id} asChild className="h-auto items-start py-2">
              <Link to={`/projects/${item.projectId}`}>
                <span
                  aria-hidden="true"
                  className={classNames("mt-1.5 size-2 shrink-0 rounded-full", tones[item.kind])}
                />
                <span className="min-w-0 flex-1">
                  <span className={classNames("block truncate", item.readAt === null && "font-[600]")}>
                    {item.projectName}
                    {item.readAt === null && <span className="sr-only"> (new)</span>}
                  </span>
                  <span className="line-clamp-2 text-muted">{item.text}</span>
                </span>
                <span className="shrink-0 text-xs leading-5 text-muted">{formatAgo(item.createdAt, now)}</span>
              </Link>
            </MenuItem>
          ))}
        </div>
        <MenuSeparator />
        {browserNotices === "off" && (
          <MenuItem onSelect={() => void switchOn()}>
            <BellRing /> Tell me outside this page too
          </MenuItem>
        )}
        <MenuItem asChild>
          <Link to="/settings#notifications">
            <Bell /> Choose what you are told
          </Link>
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

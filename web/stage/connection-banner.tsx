import CloudOff from "lucide-react/icons/cloud-off";
import { Button } from "../components/ui/button.tsx";
import { Spinner } from "../components/ui/spinner.tsx";
import { describeError } from "../lib/api-error.ts";
import { useNow } from "../lib/use-now.ts";
import type { Connection } from "../session/project-channel.ts";
import { useProject } from "../session/project-context.ts";

const messages: Record<Connection, string | null> = {
  live: null,
  connecting: null,
  reconnecting: "The connection dropped. Reconnecting; nothing is lost.",
  offline: "You are offline. The work goes on, and what you missed arrives when you are back.",
  closed: "This project cannot be followed any more.",
};

export function ConnectionBanner() {
  const { connection, ready, problem, retryAt, retryNow } = useProject();
  const failedFirst = connection === "connecting" && !ready && problem !== null;
  const message = failedFirst ? describeError(problem).title : messages[connection];
  return (
    <div role="status" className="empty:hidden">
      {message !== null && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-waiting-line bg-waiting-soft px-4 py-1.5 text-sm text-waiting-ink">
          {connection === "offline" || connection === "closed" ? <CloudOff className="size-4" /> : <Spinner />}
          <span className="flex-1">
            {message} {retryAt !== null && <Countdown until={retryAt} />}
          </span>
          {connection !== "closed" && (
            <Button look="quiet" size="sm" className="h-7 text-waiting-ink" onClick={retryNow}>
              Try now
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Countdown({ until }: { until: number }) {
  const now = useNow(true, 500);
  const seconds = Math.ceil((until - now) / 1000);
  return seconds > 1 ? <span aria-hidden="true">Next try in {seconds} s.</span> : null;
}

import { useSyncExternalStore } from "react";
import { say } from "../../shared/say.ts";
import { Icon } from "../components/icon.tsx";
import { isConnected, onConnection } from "../connection.ts";

/** Says that nothing can be stored just now; it goes by itself. */
export function OfflineBanner() {
  const isUp = useSyncExternalStore(onConnection, isConnected, () => true);
  return (
    <div role="status" className="fixed inset-x-0 bottom-0 z-30 print:hidden">
      {!isUp && (
        <p className="flex items-center justify-center gap-2 text-balance border-t bg-warning-soft px-4 py-2 text-sm font-medium text-warning">
          <Icon name="alert" className="size-4" />
          {say.offline}
        </p>
      )}
    </div>
  );
}

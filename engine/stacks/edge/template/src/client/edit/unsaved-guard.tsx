import { say } from "../../shared/say.ts";
import { Button } from "../components/ui/button.tsx";
import { Dialog } from "../components/ui/dialog.tsx";
import { useBlocker } from "../routing/pages.tsx";

/** Asks before a page with unsaved changes is left; closing the tab asks in the browser's own words. */
export function UnsavedGuard({ isUnsaved }: { isUnsaved: () => boolean }) {
  const blocker = useBlocker(isUnsaved);
  if (blocker.state === "unblocked") return null;
  return (
    <Dialog title={say.leaveUnsaved} onClose={blocker.reset}>
      <p className="mt-2 text-sm text-subtle">{say.notSavedYet}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button variant="danger" onClick={blocker.proceed}>
          {say.leave}
        </Button>
        <Button variant="primary" onClick={blocker.reset}>
          {say.keepEditing}
        </Button>
      </div>
    </Dialog>
  );
}

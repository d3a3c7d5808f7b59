import { Button } from "../components/ui/button.tsx";
import { Dialog } from "../components/ui/dialog.tsx";
import { useBlocker } from "../routing/pages.tsx";

/** Asks before a page with unsaved changes is left; closing the tab asks in the browser's own words. */
export function UnsavedGuard({ isUnsaved }: { isUnsaved: () => boolean }) {
  const blocker = useBlocker(isUnsaved);
  if (blocker.state === "unblocked") return null;
  return (
    <Dialog title="Leave without saving?" onClose={blocker.reset}>
      <p className="mt-2 text-sm text-subtle">What you changed on this page is not saved yet.</p>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button variant="danger" onClick={blocker.proceed}>
          Leave without saving
        </Button>
        <Button variant="primary" onClick={blocker.reset}>
          Keep editing
        </Button>
      </div>
    </Dialog>
  );
}

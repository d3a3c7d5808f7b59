import { Dialog, DialogContent } from "../components/ui/dialog.tsx";
import { useCommandStore } from "./command-store.ts";
import { Keys } from "./keys.tsx";
import { type Shortcut, shortcuts } from "./shortcuts.ts";
import { setSingleKeys, useSingleKeys } from "./single-keys.ts";

const places: readonly { where: Shortcut["where"]; title: string }[] = [
  { where: "everywhere", title: "Everywhere" },
  { where: "dashboard", title: "On the dashboard" },
  { where: "project", title: "In a project" },
];

/** The tabs have a key each, and one line. */
const lines: readonly Pick<Shortcut, "id" | "title" | "keys" | "where">[] = shortcuts.flatMap((shortcut) => {
  if (!shortcut.id.startsWith("tab")) return shortcut;
  return shortcut.id === "tab1" ? { ...shortcut, title: "Open one of the tabs", keys: ["1", "…", "9"] } : [];
});

/** All shortcuts, and the switch for those of a single key. */
export function ShortcutSheet() {
  const isOpen = useCommandStore((state) => state.isHelpOpen);
  const areOn = useSingleKeys((state) => state.areOn);
  return (
    <Dialog open={isOpen} onOpenChange={(isHelpOpen) => useCommandStore.setState({ isHelpOpen })}>
      <DialogContent title="Keyboard shortcuts" className="w-[min(44rem,calc(100vw-2rem))]">
        <div className="gap-8 sm:columns-2">
          {places.map(({ where, title }) => (
            <section key={where} aria-label={title} className="mb-6 break-inside-avoid">
              <h3 className="eyebrow">{title}</h3>
              <dl className="mt-1.5">
                {lines
                  .filter((shortcut) => shortcut.where === where)
                  .map((shortcut) => (
                    <div
                      key={shortcut.id}
                      className="flex items-center justify-between gap-3 border-b border-line py-1.5 text-sm last:border-b-0"
                    >
                      <dt>{shortcut.title}</dt>
                      <dd>
                        <Keys keys={shortcut.keys} />
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
        <label className="flex cursor-pointer items-start gap-3 border-t border-line pt-4 text-sm">
          <input
            type="checkbox"
            checked={areOn}
            onChange={(event) => setSingleKeys(event.target.checked)}
            className="mt-0.5 size-4 shrink-0"
          />
          <span>
            Single keys are shortcuts
            <span className="block text-muted">
              Switch them off if you press keys by accident. Ctrl or ⌘ with K stays.
            </span>
          </span>
        </label>
      </DialogContent>
    </Dialog>
  );
}

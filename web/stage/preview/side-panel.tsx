import X from "lucide-react/icons/x";
import type { ReactNode } from "react";
import { Button } from "../../components/ui/button.tsx";

/** A tool beside the app; below it where there is no room. */
export function SidePanel({ title, close, children }: { title: string; close: () => void; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex min-h-0 shrink-0 flex-col border-line bg-surface max-md:h-[55%] max-md:border-t md:w-84 md:border-l"
    >
      <header className="flex items-center gap-2 border-b border-line py-1.5 pr-1.5 pl-4">
        <h2 className="min-w-0 flex-1 truncate text-sm font-[600]">{title}</h2>
        <Button look="quiet" size="icon" aria-label={`Close ${title}`} title="Close" onClick={close}>
          <X />
        </Button>
      </header>
      <div
        className="min-h-0 flex-1 overflow-y-auto p-4 focus-visible:-outline-offset-2"
        tabIndex={0}
        role="region"
        aria-label={`${title}: content`}
      >
        {children}
      </div>
    </section>
  );
}

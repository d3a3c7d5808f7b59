import X from "lucide-react/icons/x";
import type { ReactNode } from "react";
import { Button } from "../../components/ui/button.tsx";
import { classNames } from "../../lib/class-names.ts";

interface SidePanelProps {
  title: string;
  /** For tables: more than half of the stage. */
  wide?: boolean;
  close: () => void;
  children: ReactNode;
}

/** A tool beside the app; below it where there is no room. */
export function SidePanel({ title, wide = false, close, children }: SidePanelProps) {
  return (
    <section
      aria-label={title}
      className={classNames(
        "flex min-h-0 shrink-0 flex-col border-line bg-surface max-md:border-t md:border-l",
        wide ? "max-md:h-[75%] md:w-[60%]" : "max-md:h-[55%] md:w-84",
      )}
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

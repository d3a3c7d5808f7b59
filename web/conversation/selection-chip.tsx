import SquareDashedMousePointer from "lucide-react/icons/square-dashed-mouse-pointer";
import X from "lucide-react/icons/x";
import type { Selection } from "#protocol/attachments.ts";
import { Button } from "../components/ui/button.tsx";

/** The element of the preview that the next request is about. */
export function SelectionChip({ selection, drop }: { selection: Selection; drop: () => void }) {
  const { text = "", component, page } = selection;
  return (
    <p className="m-2 mb-0 flex items-center gap-2 rounded-md bg-accent-soft py-0.5 pr-0.5 pl-2.5 text-sm text-accent-ink">
      <SquareDashedMousePointer aria-hidden="true" className="size-3.5 shrink-0" />
      <span
        className="min-w-0 flex-1 truncate"
        title={[selection.selector, component, page].filter(Boolean).join("\n")}
      >
        About {text === "" ? <code className="font-mono text-xs">{selection.selector}</code> : `“${text}”`}
      </span>
      <Button
        look="quiet"
        size="icon"
        className="size-7"
        aria-label="Do not refer to this element"
        title="Remove"
        onClick={drop}
      >
        <X />
      </Button>
    </p>
  );
}

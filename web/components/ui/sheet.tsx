import { lazy, type ReactNode, Suspense } from "react";
import { useDialogsSoon } from "./dialog.tsx";

const SheetFrame = lazy(async () => ({ default: (await import("./dialog-content.tsx")).SheetFrame }));

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  className?: string;
}

/** A panel from the left edge, for what stands beside the page on wider screens. */
export function Sheet({ open, onOpenChange, ...props }: SheetProps) {
  useDialogsSoon();
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <SheetFrame {...props} close={() => onOpenChange(false)} />
    </Suspense>
  );
}

import X from "lucide-react/icons/x";
import * as Radix from "radix-ui/dialog";
import type { ReactNode } from "react";
import { classNames } from "../../lib/class-names.ts";
import { Button } from "./button.tsx";

interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  className?: string;
}

/** A panel from the left edge, for what stands beside the page on wider screens. */
export function Sheet({ open, onOpenChange, title, children, className }: SheetProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className={classNames(
            "fixed inset-y-0 left-0 z-50 flex w-[min(22rem,calc(100vw-2.5rem))] flex-col border-r border-line bg-raised shadow-float",
            className,
          )}
        >
          <div className="flex h-(--header-height) shrink-0 items-center justify-between gap-2 border-b border-line pr-2 pl-4">
            <Radix.Title className="font-[600]">{title}</Radix.Title>
            <Radix.Close asChild>
              <Button look="quiet" size="icon" aria-label="Close">
                <X />
              </Button>
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

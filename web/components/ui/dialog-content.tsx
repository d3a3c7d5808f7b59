// The part of a dialog that is Radix's: the focus stays in it, and what is behind neither scrolls nor is read. It comes when
// one is about to open (dialog.tsx).
import X from "lucide-react/icons/x";
import * as Radix from "radix-ui/dialog";
import { type ComponentProps, type ReactNode, useState } from "react";
import { classNames } from "../../lib/class-names.ts";
import { Button } from "./button.tsx";

interface FrameProps extends Omit<ComponentProps<typeof Radix.Content>, "title"> {
  close: () => void;
}

/** Gives the focus back to where it was: to a button, or to that of the menu the dialog came from. */
function Frame({ close, children, ...props }: FrameProps) {
  const [before] = useState(() => document.activeElement);
  return (
    <Radix.Root open onOpenChange={(open) => !open && close()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before instanceof HTMLElement && before.isConnected) before.focus();
          }}
          {...props}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface DialogProps extends FrameProps {
  title: string;
  description?: ReactNode;
}

export function DialogFrame({ title, description, className, children, ...props }: DialogProps) {
  return (
    <Frame
      className={classNames(
        "fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-auto",
        "rounded-xl border border-line bg-raised p-6 shadow-float",
        className,
      )}
      {...(description === undefined ? { "aria-describedby": undefined } : {})}
      {...props}
    >
      <Radix.Title className="display pr-8 text-xl">{title}</Radix.Title>
      {description !== undefined && (
        <Radix.Description className="mt-1.5 text-sm text-muted">{description}</Radix.Description>
      )}
      <div className="mt-5">{children}</div>
      <CloseButton className="absolute top-4 right-4" />
    </Frame>
  );
}

export interface BareDialogProps extends FrameProps {
  /** For assistive technology alone. */
  title: string;
}

export function BareDialogFrame({ title, className, children, ...props }: BareDialogProps) {
  return (
    <Frame
      aria-describedby={undefined}
      className={classNames(
        "fixed left-1/2 z-50 -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised shadow-float",
        className,
      )}
      {...props}
    >
      <Radix.Title className="sr-only">{title}</Radix.Title>
      {children}
    </Frame>
  );
}

export interface SheetProps extends FrameProps {
  title: string;
}

export function SheetFrame({ title, className, children, ...props }: SheetProps) {
  return (
    <Frame
      aria-describedby={undefined}
      className={classNames(
        "fixed inset-y-0 left-0 z-50 flex w-[min(22rem,calc(100vw-2.5rem))] flex-col border-r border-line bg-raised shadow-float",
        className,
      )}
      {...props}
    >
      <div className="flex h-(--header-height) shrink-0 items-center justify-between gap-2 border-b border-line pr-2 pl-4">
        <Radix.Title className="font-[600]">{title}</Radix.Title>
        <CloseButton />
      </div>
      {children}
    </Frame>
  );
}

function CloseButton({ className }: { className?: string }) {
  return (
    <Radix.Close asChild>
      <Button look="quiet" size="icon" aria-label="Close" className={className}>
        <X />
      </Button>
    </Radix.Close>
  );
}

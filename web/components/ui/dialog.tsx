import X from "lucide-react/icons/x";
import * as Radix from "radix-ui/dialog";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "../../lib/class-names.ts";
import { Button } from "./button.tsx";

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

interface DialogContentProps extends Omit<ComponentProps<typeof Radix.Content>, "title"> {
  title: string;
  description?: ReactNode;
}

export function DialogContent({ title, description, className, children, ...props }: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
      <Radix.Content
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
        <Radix.Close asChild>
          <Button look="quiet" size="icon" aria-label="Close" className="absolute top-4 right-4">
            <X />
          </Button>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}

interface BareDialogContentProps extends Omit<ComponentProps<typeof Radix.Content>, "title"> {
  /** For assistive technology alone. */
  title: string;
}

/** Without a head of its own; Escape and a click beside it close it. */
export function BareDialogContent({ title, className, children, ...props }: BareDialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-scrim" />
      <Radix.Content
        aria-describedby={undefined}
        className={classNames(
          "fixed left-1/2 z-50 -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised shadow-float",
          className,
        )}
        {...props}
      >
        <Radix.Title className="sr-only">{title}</Radix.Title>
        {children}
      </Radix.Content>
    </Radix.Portal>
  );
}

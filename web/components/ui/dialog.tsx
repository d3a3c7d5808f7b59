// Dialogs. What makes them one is loaded when its user begins to use the page, so that opening one waits for nothing and a
// page that is only read does not carry it.
import * as Slot from "radix-ui/slot";
import { type ComponentProps, createContext, lazy, type ReactNode, Suspense, use, useEffect, useState } from "react";
import type { BareDialogProps, DialogProps as FrameProps } from "./dialog-content.tsx";

const loadContent = () => import("./dialog-content.tsx");
const DialogFrame = lazy(async () => ({ default: (await loadContent()).DialogFrame }));
const BareDialogFrame = lazy(async () => ({ default: (await loadContent()).BareDialogFrame }));

const uses = ["pointermove", "pointerdown", "keydown"] as const;

/** Loads what dialogs need with the first sign that somebody is there. */
export function useDialogsSoon(): void {
  useEffect(() => {
    const load = (): void => void loadContent();
    for (const use of uses) addEventListener(use, load, { once: true, passive: true });
    return () => uses.forEach((use) => removeEventListener(use, load));
  }, []);
}

interface DialogState {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
}

const DialogContext = createContext<DialogState>({ isOpen: false, setOpen: () => undefined });

interface DialogProps {
  open?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
}

export function Dialog({ open, onOpenChange, children }: DialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  useDialogsSoon();
  const setOpen = (isOpen: boolean): void => {
    setOwnOpen(isOpen);
    onOpenChange?.(isOpen);
  };
  return <DialogContext value={{ isOpen: open ?? ownOpen, setOpen }}>{children}</DialogContext>;
}

interface DialogButtonProps extends ComponentProps<"button"> {
  asChild?: boolean;
}

export function DialogTrigger({ asChild = false, ...props }: DialogButtonProps) {
  const { isOpen, setOpen } = use(DialogContext);
  const Element = asChild ? Slot.Root : "button";
  return (
    <Element type="button" aria-haspopup="dialog" aria-expanded={isOpen} onClick={() => setOpen(true)} {...props} />
  );
}

export function DialogClose({ asChild = false, ...props }: DialogButtonProps) {
  const { setOpen } = use(DialogContext);
  const Element = asChild ? Slot.Root : "button";
  return <Element type="button" onClick={() => setOpen(false)} {...props} />;
}

export function DialogContent(props: Omit<FrameProps, "close">) {
  const { isOpen, setOpen } = use(DialogContext);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <DialogFrame {...props} close={() => setOpen(false)} />
    </Suspense>
  );
}

/** Without a head of its own; Escape and a click beside it close it. */
export function BareDialogContent(props: Omit<BareDialogProps, "close">) {
  const { isOpen, setOpen } = use(DialogContext);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <BareDialogFrame {...props} close={() => setOpen(false)} />
    </Suspense>
  );
}

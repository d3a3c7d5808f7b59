import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "../../class-names.ts";
import { Icon } from "../icon.tsx";
import { Button } from "./button.tsx";

interface PopoverProps {
  label: string;
  icon: string;
  /** Shows the icon alone; the label is still its name. */
  iconOnly?: boolean;
  /** Shown in place of the icon, by itself. */
  face?: ReactNode;
  /** How many of its settings are in use. */
  count?: number;
  className?: string;
  children: ReactNode;
}

/** A button that opens a small panel below itself; on narrow screens at the bottom of the screen. */
export function Popover({ label, icon, iconOnly = false, face, count = 0, className, children }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return;
    // At the left edge of the screen it opens to the right.
    panel.current?.toggleAttribute("data-flipped", panel.current.getBoundingClientRect().left < 0);
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [isOpen]);

  return (
    // Escape, leaving by Tab and following a link close the panel, wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={root}
      className="relative print:hidden"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isOpen) return;
        event.stopPropagation();
        setOpen(false);
        root.current?.querySelector("button")?.focus();
      }}
      onClick={({ target }) => target instanceof Element && target.closest("a") && setOpen(false)}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <Button
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        {...(face !== undefined
          ? { variant: "ghost", size: "icon", "aria-label": label }
          : iconOnly
            ? { "aria-label": label, className: "w-10 px-0" }
            : { className: "px-3" })}
      >
        {face ?? <Icon name={icon} className="size-4" />}
        {!iconOnly && <span className="max-sm:sr-only">{label}</span>}
        {count > 0 && (
          <span className="rounded-full bg-accent-soft px-1.5 text-xs text-accent tabular-nums">{count}</span>
        )}
      </Button>
      <div
        ref={panel}
        id={id}
        role="group"
        aria-label={label}
        hidden={!isOpen}
        className={classNames(
          "fixed inset-x-4 bottom-4 z-30 max-h-[80dvh] overflow-y-auto rounded-xl border bg-surface p-2 text-sm shadow-xl",
          "sm:absolute sm:inset-x-auto sm:top-full sm:right-0 sm:bottom-auto sm:mt-1 sm:max-h-[28rem] sm:w-64 sm:data-flipped:right-auto sm:data-flipped:left-0",
          className,
        )}
      >
        {isOpen && children}
      </div>
    </div>
  );
}

/** The look of a line in a popover that does something. */
export const menuItemLook = "flex w-full items-center gap-2.5 rounded-lg px-3 py-2 text-left hover:bg-muted";

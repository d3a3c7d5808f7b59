// Menu buttons after the ARIA pattern, in the browser's own top layer: a page's first load carries two of them, and
// Radix's would be an eighth of it. The menu stays where its button stands in the document, so that it belongs to the same
// landmark, and what is behind stays readable to assistive technology.
import * as Slot from "radix-ui/slot";
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { classNames } from "../../lib/class-names.ts";
import { itemFor, itemsIn, placeMenu } from "./menu-moves.ts";

type Entry = "first" | "last" | "menu";

interface MenuState {
  isOpen: boolean;
  /** Where the focus goes when it opens. */
  entry: RefObject<Entry>;
  trigger: RefObject<HTMLButtonElement | null>;
  triggerId: string;
  contentId: string;
  open: (entry: Entry) => void;
  close: () => void;
}

const MenuContext = createContext<MenuState | null>(null);

function useMenu(): MenuState {
  const state = use(MenuContext);
  if (state === null) throw new Error("This belongs into a Menu.");
  return state;
}

interface MenuProps {
  open?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
}

export function Menu({ open, onOpenChange, children }: MenuProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const entry = useRef<Entry>("first");
  const id = useId();
  const change = (isOpen: boolean): void => {
    setOwnOpen(isOpen);
    onOpenChange?.(isOpen);
  };
  const state: MenuState = {
    isOpen: open ?? ownOpen,
    entry,
    trigger,
    triggerId: `${id}-button`,
    contentId: `${id}-menu`,
    open: (wanted) => {
      entry.current = wanted;
      change(true);
    },
    close: () => {
      // A menu that something else than its button opens begins at its first item.
      entry.current = "first";
      change(false);
    },
  };
  return <MenuContext value={state}>{children}</MenuContext>;
}

interface TriggerProps extends ComponentProps<"button"> {
  asChild?: boolean;
}

export function MenuTrigger({ asChild = false, ...props }: TriggerProps) {
  const { isOpen, trigger, triggerId, contentId, open, close } = useMenu();
  const Element = asChild ? Slot.Root : "button";
  return (
    <Element
      ref={trigger}
      id={triggerId}
      type="button"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-controls={isOpen ? contentId : undefined}
      onClick={({ detail }) => {
        if (isOpen) close();
        // No pointer made this click: a key did, or a tool that speaks for one.
        else open(detail === 0 ? "first" : "menu");
      }}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        open(event.key === "ArrowDown" ? "first" : "last");
      }}
      {...props}
    />
  );
}

interface ContentProps extends ComponentProps<"div"> {
  /** Which of its edges stands below the button's. */
  align?: "start" | "end";
}

export function MenuContent(props: ContentProps) {
  return useMenu().isOpen ? <OpenMenu {...props} /> : null;
}

function OpenMenu({ align = "end", className, ...props }: ContentProps) {
  const { contentId, triggerId, trigger, entry, close } = useMenu();
  const content = useRef<HTMLDivElement>(null);
  const closes = useRef(close);
  closes.current = close;
  const typed = useRef({ text: "", at: 0 });

  useLayoutEffect(() => {
    const [menu, button] = [content.current, trigger.current];
    if (menu === null || button === null) return;
    const place = (): void => placeMenu(menu, button, align);
    menu.showPopover();
    place();
    const items = itemsIn(menu);
    const focused = { first: items[0], last: items.at(-1), menu }[entry.current] ?? menu;
    focused.focus({ preventScroll: true });
    const resized = new ResizeObserver(place);
    resized.observe(menu);
    addEventListener("scroll", place, { capture: true, passive: true });
    addEventListener("resize", place);
    return () => {
      resized.disconnect();
      removeEventListener("scroll", place, { capture: true });
      removeEventListener("resize", place);
    };
  }, [align, entry, trigger]);

  useEffect(() => {
    const isOurs = (target: EventTarget | null): boolean =>
      target instanceof Node && (content.current?.contains(target) || trigger.current?.contains(target)) === true;
    const left = ({ target }: Event): void => {
      if (!isOurs(target)) closes.current();
    };
    // A press in a frame tells this window nothing but that.
    const entered = (): void => {
      if (document.activeElement instanceof HTMLIFrameElement) closes.current();
    };
    // On the window, which hears it before a dialog around the menu, and keeps it from closing too.
    const escaped = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      trigger.current?.focus();
      closes.current();
    };
    addEventListener("pointerdown", left, true);
    addEventListener("focusin", left);
    addEventListener("blur", entered);
    addEventListener("keydown", escaped, true);
    return () => {
      removeEventListener("pointerdown", left, true);
      removeEventListener("focusin", left);
      removeEventListener("blur", entered);
      removeEventListener("keydown", escaped, true);
    };
  }, [trigger]);

  return (
    <div
      ref={content}
      popover="manual"
      role="menu"
      id={contentId}
      aria-labelledby={triggerId}
      tabIndex={-1}
      className={classNames(
        "fixed inset-auto m-0 max-h-[calc(100dvh-1rem)] min-w-52 animate-rise rounded-lg border border-line bg-raised p-1 text-ink shadow-float outline-none",
        className,
      )}
      onKeyDown={(event) => {
        // The next stop comes after the button, not after wherever the menu stands in the document.
        if (event.key === "Tab") {
          trigger.current?.focus();
          return close();
        }
        const item = itemFor(event, itemsIn(event.currentTarget), document.activeElement, typed.current);
        if (item === null) return;
        event.preventDefault();
        item.focus();
      }}
      {...props}
    />
  );
}

interface ItemProps extends Omit<ComponentProps<"div">, "onSelect"> {
  asChild?: boolean;
  disabled?: boolean;
  onSelect?: () => void;
}

export function MenuItem({ asChild = false, disabled = false, onSelect, className, ...props }: ItemProps) {
  const { trigger, close } = useMenu();
  const Element = asChild ? Slot.Root : "div";
  return (
    <Element
      role="menuitem"
      tabIndex={-1}
      aria-disabled={disabled || undefined}
      className={classNames(
        "flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm outline-none focus:bg-hover aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:text-muted",
        className,
      )}
      onPointerMove={({ currentTarget }) => {
        if (!disabled) currentTarget.focus({ preventScroll: true });
      }}
      onPointerLeave={({ currentTarget }) => {
        currentTarget.closest<HTMLElement>("[role=menu]")?.focus({ preventScroll: true });
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.currentTarget.click();
      }}
      onClick={(event) => {
        if (disabled) return event.preventDefault();
        // First, so that what is chosen may take the focus elsewhere.
        trigger.current?.focus();
        onSelect?.();
        close();
      }}
      {...props}
    />
  );
}

export function MenuSeparator() {
  return <div role="separator" className="my-1 h-px bg-line" />;
}

export function MenuLabel({ className, ...props }: ComponentProps<"div">) {
  return <div className={classNames("px-2.5 py-2 text-sm text-muted", className)} {...props} />;
}

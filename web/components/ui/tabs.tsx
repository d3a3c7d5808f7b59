// Tabs after the ARIA pattern: arrows move between them and open what they reach, Tab goes on to the panel.
import { type ComponentProps, createContext, type KeyboardEvent, use, useId, useState } from "react";
import { classNames } from "../../lib/class-names.ts";

interface TabsState {
  value: string;
  choose: (value: string) => void;
  idOf: (part: "tab" | "panel", value: string) => string;
}

const TabsContext = createContext<TabsState | null>(null);

function useTabs(): TabsState {
  const state = use(TabsContext);
  if (state === null) throw new Error("This belongs into Tabs.");
  return state;
}

interface TabsProps extends Omit<ComponentProps<"div">, "defaultValue"> {
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
}

export function Tabs({ value, defaultValue = "", onValueChange, ...props }: TabsProps) {
  const [own, setOwn] = useState(defaultValue);
  const id = useId();
  const state: TabsState = {
    value: value ?? own,
    choose: (next) => {
      setOwn(next);
      onValueChange?.(next);
    },
    idOf: (part, of) => `${id}-${part}-${of}`,
  };
  return (
    <TabsContext value={state}>
      <div {...props} />
    </TabsContext>
  );
}

export function TabsList({ className, ...props }: ComponentProps<"div">) {
  return (
    <div role="tablist" className={classNames("flex items-stretch gap-0.5", className)} onKeyDown={move} {...props} />
  );
}

/** Focus opens what it reaches. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]:not(:disabled)")];
  const index = tabs.findIndex((tab) => tab === document.activeElement);
  const last = tabs.length - 1;
  const steps: Record<string, number> = {
    ArrowRight: index === last ? 0 : index + 1,
    ArrowLeft: index <= 0 ? last : index - 1,
    Home: 0,
    End: last,
  };
  const next = tabs[steps[event.key] ?? -1];
  if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  next.focus();
}

interface TriggerProps extends ComponentProps<"button"> {
  value: string;
}

export function TabsTrigger({ value, className, ...props }: TriggerProps) {
  const { value: open, choose, idOf } = useTabs();
  const isOpen = value === open;
  const openThis = (): void => {
    if (!isOpen) choose(value);
  };
  return (
    <button
      type="button"
      role="tab"
      id={idOf("tab", value)}
      aria-selected={isOpen}
      aria-controls={idOf("panel", value)}
      data-state={isOpen ? "active" : "inactive"}
      tabIndex={isOpen ? 0 : -1}
      onClick={openThis}
      onFocus={openThis}
      className={classNames(
        "relative inline-flex items-center gap-1.5 px-2.5 text-sm font-[560] text-muted transition-colors hover:text-ink",
        "focus-visible:-outline-offset-2 focus-visible:rounded-sm data-[state=active]:text-ink disabled:opacity-55 [&_svg]:size-3.5",
        "after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full data-[state=active]:after:bg-accent",
        className,
      )}
      {...props}
    />
  );
}

interface ContentProps extends ComponentProps<"div"> {
  value: string;
  /** Keeps what is in it while it is closed; it hides itself by `data-state`. */
  forceMount?: boolean;
}

/** The panel is there for its tab also while it is closed and empty. */
export function TabsContent({ value, forceMount = false, children, ...props }: ContentProps) {
  const { value: open, idOf } = useTabs();
  const isOpen = value === open;
  return (
    <div
      role="tabpanel"
      id={idOf("panel", value)}
      aria-labelledby={idOf("tab", value)}
      data-state={isOpen ? "active" : "inactive"}
      hidden={!isOpen}
      tabIndex={0}
      {...props}
    >
      {(isOpen || forceMount) && children}
    </div>
  );
}

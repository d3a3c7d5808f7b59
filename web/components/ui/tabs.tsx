import * as Radix from "radix-ui/tabs";
import type { ComponentProps } from "react";
import { classNames } from "../../lib/class-names.ts";

export const Tabs = Radix.Root;
export const TabsContent = Radix.Content;

export function TabsList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  return <Radix.List className={classNames("flex items-stretch gap-0.5", className)} {...props} />;
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={classNames(
        "relative inline-flex items-center gap-1.5 px-2.5 text-sm font-[560] text-muted transition-colors hover:text-ink",
        "focus-visible:-outline-offset-2 focus-visible:rounded-sm data-[state=active]:text-ink [&_svg]:size-3.5",
        "after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full data-[state=active]:after:bg-accent",
        className,
      )}
      {...props}
    />
  );
}

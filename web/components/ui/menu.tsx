import * as Radix from "radix-ui/dropdown-menu";
import type { ComponentProps } from "react";
import { classNames } from "../../lib/class-names.ts";

/** Beside the page, not above it: what is behind stays readable to assistive technology. */
export function Menu(props: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root modal={false} {...props} />;
}
export const MenuTrigger = Radix.Trigger;

/** Where its button stands, so that it belongs to the same landmark. */
export function MenuContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Content
      sideOffset={6}
      align="end"
      collisionPadding={8}
      className={classNames(
        "z-50 min-w-52 animate-rise rounded-lg border border-line bg-raised p-1 shadow-float",
        className,
      )}
      {...props}
    />
  );
}

export function MenuItem({ className, ...props }: ComponentProps<typeof Radix.Item>) {
  return (
    <Radix.Item
      className={classNames(
        "flex h-9 items-center gap-2.5 rounded-md px-2.5 text-sm outline-none data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:text-muted",
        className,
      )}
      {...props}
    />
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof Radix.Label>) {
  return <Radix.Label className={classNames("px-2.5 py-2 text-sm text-muted", className)} {...props} />;
}

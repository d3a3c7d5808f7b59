import type { ComponentProps } from "react";
import { classNames } from "../../lib/class-names.ts";

export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div aria-hidden="true" className={classNames("animate-pulse-soft rounded-md bg-pressed", className)} {...props} />
  );
}

import * as RadioGroup from "radix-ui/radio-group";
import type { ReactNode } from "react";
import { classNames } from "../../lib/class-names.ts";

interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: ReactNode; name?: string }[];
  className?: string;
}

/** One of a few, all visible. A radio group, so arrows move and choose. */
export function Segmented<T extends string>({ label, value, onChange, options, className }: SegmentedProps<T>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className={classNames("inline-flex rounded-md bg-sunken p-0.5 ring-1 ring-line ring-inset", className)}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          aria-label={option.name}
          title={option.name}
          className={classNames(
            "inline-flex h-7 min-w-7 flex-auto items-center justify-center gap-1.5 rounded-sm px-2.5 text-sm font-[540] text-muted",
            "transition-colors hover:text-ink data-[state=checked]:bg-raised data-[state=checked]:text-ink",
            "data-[state=checked]:shadow-raise data-[state=checked]:ring-1 data-[state=checked]:ring-line [&_svg]:size-3.5",
          )}
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

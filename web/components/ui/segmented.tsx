import { type ReactNode, useId } from "react";
import { classNames } from "../../lib/class-names.ts";

interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: ReactNode; name?: string }[];
  className?: string;
}

/** One of a few, all visible. The browser's own radio group in our clothes, so arrows move and choose. */
export function Segmented<T extends string>({ label, value, onChange, options, className }: SegmentedProps<T>) {
  const group = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classNames("inline-flex rounded-md bg-sunken p-0.5 ring-1 ring-line ring-inset", className)}
    >
      {options.map((option) => (
        <label
          key={option.value}
          title={option.name}
          className={classNames(
            "relative inline-flex h-7 min-w-7 flex-auto items-center justify-center gap-1.5 rounded-sm px-2.5 text-sm font-[540] text-muted",
            "transition-colors hover:text-ink has-checked:bg-raised has-checked:text-ink",
            "has-checked:shadow-raise has-checked:ring-1 has-checked:ring-line [&_svg]:size-3.5",
            "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
          )}
        >
          {/* Over its words, so that it is what is pressed. */}
          <input
            type="radio"
            name={group}
            aria-label={option.name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 size-full cursor-[inherit] appearance-none rounded-sm outline-none"
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

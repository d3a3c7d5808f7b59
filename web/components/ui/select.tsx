import ChevronDown from "lucide-react/icons/chevron-down";
import { classNames } from "../../lib/class-names.ts";

interface SelectProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string }[];
  className?: string;
}

/** The browser's own select in our clothes: right on every device, and no code. */
export function Select<T extends string>({ label, value, onChange, options, className }: SelectProps<T>) {
  return (
    <span className={classNames("relative inline-flex", className)}>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
        className="h-8 appearance-none rounded-md border border-line-strong bg-surface pr-7 pl-2.5 text-sm focus-visible:outline-offset-0"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-muted"
      />
    </span>
  );
}

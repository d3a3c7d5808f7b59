import * as Label from "radix-ui/label";
import { type ReactNode, useId } from "react";
import { classNames } from "../../lib/class-names.ts";

interface FieldProps {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  className?: string;
  /** Receives the ids that tie label, hint and problem to the input. */
  children: (ids: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": true | undefined;
  }) => ReactNode;
}

export function Field({ label, hint, problem, className, children }: FieldProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, problem !== undefined && `${id}-problem`]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={classNames("flex flex-col gap-1.5", className)}>
      <Label.Root htmlFor={id} className="text-sm font-[560]">
        {label}
      </Label.Root>
      {children({
        id,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": problem === undefined ? undefined : true,
      })}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="text-sm text-danger-ink">
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

import type { ReactNode } from "react";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";

interface SecretFieldProps {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** A token or key: hidden while it is typed, and nothing that a browser should keep or correct. */
export function SecretField({ label, hint, problem, value, onChange }: SecretFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => (
        <Input
          {...ids}
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

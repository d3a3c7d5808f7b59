import { type ComponentProps, type ReactNode, useId } from "react";
import { roles } from "../../shared/access/roles.ts";
import { controlLook } from "../components/fields/control.ts";
import type { Problems } from "./use-submit.ts";

interface LabelledProps {
  label: string;
  name: string;
  problems: Problems;
  hint?: string;
}

export function TextInput({ label, name, problems, hint, ...props }: LabelledProps & ComponentProps<"input">) {
  const id = useId();
  const told = problems[name] ?? hint;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        required
        className={controlLook}
        {...(problems[name] !== undefined && { "aria-invalid": true })}
        {...(told !== undefined && { "aria-describedby": `${id}-told` })}
        {...props}
      />
      {told !== undefined && (
        <p
          id={`${id}-told`}
          className={`mt-1.5 text-xs ${problems[name] === undefined ? "text-subtle" : "text-danger"}`}
        >
          {told}
        </p>
      )}
    </div>
  );
}

export function RoleSelect({
  label,
  name,
  ...props
}: Omit<LabelledProps, "problems" | "hint"> & ComponentProps<"select">) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <select id={id} name={name} className={controlLook} {...props}>
        {roles.map((role) => (
          <option key={role.key} value={role.key}>
            {role.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Problem({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="rounded-lg bg-danger-soft px-4 py-3 text-sm font-medium text-danger empty:hidden">
      {children}
    </p>
  );
}

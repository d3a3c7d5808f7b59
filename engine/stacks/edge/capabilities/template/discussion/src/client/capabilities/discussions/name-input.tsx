import { controlLook } from "../../components/fields/control.ts";
import { words } from "./words.ts";

export const longestName = 60;

/** Who writes, where nobody signs in. */
export function NameInput({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  return (
    <label className="block text-sm font-medium">
      {words.name}
      <input
        value={value}
        maxLength={longestName}
        autoComplete="name"
        onChange={(event) => onChange(event.target.value)}
        className={`${controlLook} mt-1.5 max-w-xs`}
      />
    </label>
  );
}

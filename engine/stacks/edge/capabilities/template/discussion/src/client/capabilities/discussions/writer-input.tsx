import { controlLook } from "../../components/fields/control.ts";
import { words } from "./words.ts";

const longestName = 60;

interface WriterProps {
  /** Who is signed in; else a name is asked for. */
  account: string | null;
  /** Whether posts have an author at all, and whether one may leave it out. */
  isNamed: boolean;
  mayHide: boolean;
  name: string;
  isHidden: boolean;
  onName: (name: string) => void;
  onHide: (isHidden: boolean) => void;
}

/** Who writes. */
export function WriterInput({ account, isNamed, mayHide, name, isHidden, onName, onHide }: WriterProps) {
  return (
    <>
      {account === null && isNamed && !isHidden && <NameInput value={name} onChange={onName} />}
      {mayHide && (
        <label className="flex items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={isHidden}
            onChange={(event) => onHide(event.target.checked)}
            className="size-4 accent-primary"
          />
          {words.anonymously}
        </label>
      )}
    </>
  );
}

function NameInput({ value, onChange }: { value: string; onChange: (name: string) => void }) {
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

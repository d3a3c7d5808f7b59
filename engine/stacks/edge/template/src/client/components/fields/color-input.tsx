import type { AriaAttributes } from "react";
import { say } from "../../../shared/say.ts";
import { controlLook } from "./control.ts";

interface ColorInputProps {
  aria: AriaAttributes & { id: string };
  value: string;
  onChange: (value: string) => void;
}

/** A colour as text, and the browser's palette beside it. */
export function ColorInput({ aria, value, onChange }: ColorInputProps) {
  return (
    <div className="flex gap-2">
      <input
        {...aria}
        type="text"
        value={value}
        placeholder="#0f766e"
        onChange={(event) => onChange(event.target.value)}
        className={`${controlLook} flex-1`}
      />
      <input
        type="color"
        aria-label={say.choosePalette}
        value={/^#[0-9a-f]{6}$/i.test(value) ? value : "#808080"}
        onChange={(event) => onChange(event.target.value)}
        className="h-10 w-12 rounded-lg border border-control bg-surface p-1"
      />
    </div>
  );
}

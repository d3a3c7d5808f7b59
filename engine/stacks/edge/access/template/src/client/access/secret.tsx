import { useId, useState } from "react";
import { controlLook } from "../components/fields/control.ts";
import { Button } from "../components/ui/button.tsx";
import { words } from "./words.ts";

/** Something that is shown once, to be copied now. */
export function Secret({ label, value }: { label: string; value: string }) {
  const id = useId();
  const [news, setNews] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setNews(words.copied);
    } catch {
      setNews(words.selectTextAndCopy);
    }
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          className={`${controlLook} font-mono text-xs`}
        />
        <Button onClick={() => void copy()}>{words.copy}</Button>
      </div>
      <p role="status" className="mt-1.5 text-xs text-subtle not-empty:min-h-4">
        {news}
      </p>
    </div>
  );
}

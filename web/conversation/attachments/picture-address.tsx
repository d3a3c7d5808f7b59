import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import type { DraftFiles } from "./use-draft-files.ts";

/** Attaches a picture that stands somewhere on the web, such as the screenshot of a page. */
export function PictureAddress({ drafts }: { drafts: DraftFiles }) {
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  function attach(): void {
    const refusal = drafts.addAddress(address);
    setProblem(refusal);
    if (refusal === null) setAddress("");
  }

  return (
    <Field
      label="A picture by its address (optional)"
      hint="A screenshot or drawing on the web: PNG, JPEG, WebP or GIF."
      problem={problem ?? undefined}
    >
      {(ids) => (
        <div className="flex max-w-lg gap-2">
          <Input
            {...ids}
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            value={address}
            onChange={(event) => {
              setAddress(event.target.value);
              setProblem(null);
            }}
            // Sending the prompt leaves the field: what stands in it is meant to go along.
            onBlur={() => {
              if (address.trim() !== "") attach();
            }}
            onKeyDown={(event) => {
              // It belongs to this field, not to the prompt around it.
              if (event.key !== "Enter" || event.metaKey || event.ctrlKey) return;
              event.preventDefault();
              attach();
            }}
            className="h-9 min-w-0 flex-1"
          />
          <Button size="sm" className="h-9" disabled={address.trim() === ""} onClick={attach}>
            Attach
          </Button>
        </div>
      )}
    </Field>
  );
}

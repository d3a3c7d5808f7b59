// A web address, or a small upload that becomes part of the record.
import { type ChangeEvent, useRef, useState } from "react";
import { say } from "../../../shared/say.ts";
import { Button } from "../ui/button.tsx";
import { controlLook, type FieldControlProps } from "./control.ts";

const largestUpload = 200_000;

function readAsDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(String(reader.result)));
    reader.addEventListener("error", () => reject(reader.error ?? new Error(say.unreadableFile)));
    reader.readAsDataURL(file);
  });
}

export function AttachmentInput({
  kind,
  id,
  value,
  onChange,
  describedBy,
  invalid,
  required,
}: FieldControlProps<string> & { kind: "image" | "file" }) {
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState("");
  const isUpload = value.startsWith("data:");

  const upload = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    event.target.value = "";
    if (!chosen) return;
    if (chosen.size > largestUpload) return setProblem(say.tooLarge);
    setProblem("");
    onChange(await readAsDataUrl(chosen));
  };

  return (
    <div>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          type="text"
          inputMode="url"
          value={isUpload ? "" : value}
          placeholder={isUpload ? say.uploadedFile : "https://"}
          onChange={(event) => onChange(event.target.value)}
          aria-required={required}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          className={`${controlLook} min-w-40 flex-1`}
        />
        <input
          ref={picker}
          type="file"
          aria-label={say.chooseFile}
          tabIndex={-1}
          accept={kind === "image" ? "image/png,image/jpeg,image/gif,image/webp,image/avif" : undefined}
          onChange={(event) => void upload(event)}
          className="sr-only"
        />
        <Button onClick={() => picker.current?.click()}>{say.upload}</Button>
        {value !== "" && (
          <Button variant="ghost" onClick={() => onChange("")}>
            {say.takeAway}
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="mt-1.5 text-sm text-danger">
          {problem}
        </p>
      )}
      {kind === "image" && value !== "" && !invalid && (
        <img src={value} alt="" className="mt-3 max-h-40 rounded-lg border bg-muted object-contain" />
      )}
    </div>
  );
}

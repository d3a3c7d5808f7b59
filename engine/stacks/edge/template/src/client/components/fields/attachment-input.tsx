// A web address, or an upload whose address becomes the value.
import { type ChangeEvent, useRef, useState } from "react";
import { say } from "../../../shared/say.ts";
import { imageTypes, isUpload, largestUpload, uploadName } from "../../../shared/uploads.ts";
import { sendFile } from "../../send-file.ts";
import { Button } from "../ui/button.tsx";
import { controlLook, type FieldControlProps } from "./control.ts";

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
  const [percent, setPercent] = useState<number | null>(null);
  const isData = value.startsWith("data:");
  const isFile = isData || isUpload(value);

  const upload = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    event.target.value = "";
    if (!chosen) return;
    if (chosen.size > largestUpload) return setProblem(say.tooLarge);
    setProblem("");
    setPercent(0);
    try {
      onChange(await sendFile(chosen, kind, setPercent));
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : say.notUploaded);
    } finally {
      setPercent(null);
    }
  };

  return (
    <div>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          type="text"
          inputMode="url"
          value={isFile ? "" : value}
          placeholder={isData ? say.uploadedFile : isFile ? uploadName(value) : "https://"}
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
          accept={kind === "image" ? imageTypes.join() : undefined}
          onChange={(event) => void upload(event)}
          className="sr-only"
        />
        <Button disabled={percent !== null} onClick={() => picker.current?.click()}>
          {say.upload}
        </Button>
        {value !== "" && (
          <Button variant="ghost" onClick={() => onChange("")}>
            {say.takeAway}
          </Button>
        )}
      </div>
      {percent !== null && (
        <div className="mt-1.5 flex items-center gap-2 text-sm text-subtle">
          <progress max={100} value={percent} aria-label={say.upload} className="h-1.5 w-40 accent-primary" />
          <span role="status">{say.uploading(percent)}</span>
        </div>
      )}
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

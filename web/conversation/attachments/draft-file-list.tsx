import RotateCcw from "lucide-react/icons/rotate-ccw";
import X from "lucide-react/icons/x";
import { useEffect, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { classNames } from "../../lib/class-names.ts";
import { describeDraft, type DraftFile, limitsInWords } from "./draft-files.ts";
import { FileKindIcon, guessKind } from "./file-kind-icon.tsx";
import type { DraftFiles } from "./use-draft-files.ts";

/** The files of a prompt that is being written, each with what became of it. `onRemoved`: the focus needs another place. */
export function DraftFileList({ drafts, onRemoved }: { drafts: DraftFiles; onRemoved: () => void }) {
  const { files, refusals, remove, retry } = drafts;
  if (files.length === 0 && refusals.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 px-3 pt-1 pb-2">
      {files.length > 0 && (
        <ul aria-label="Attached files" className="grid gap-2 sm:grid-cols-[repeat(auto-fill,minmax(14rem,1fr))]">
          {files.map((draft) => (
            <DraftFileItem
              key={draft.key}
              draft={draft}
              onRemove={() => {
                remove(draft.key);
                onRemoved();
              }}
              onRetry={() => retry(draft.key)}
            />
          ))}
        </ul>
      )}
      {refusals.length > 0 && (
        <div role="alert" className="text-sm text-danger-ink wrap-anywhere">
          {refusals.map((refusal) => (
            <p key={refusal}>{refusal}</p>
          ))}
        </div>
      )}
      <p className="text-xs text-muted">{limitsInWords}</p>
    </div>
  );
}

function DraftFileItem({ draft, onRemove, onRetry }: { draft: DraftFile; onRemove: () => void; onRetry: () => void }) {
  const { file, state, progress } = draft;
  const picture = usePicture(file);
  const failed = state === "failed";
  return (
    <li
      className={classNames(
        "relative flex items-center gap-2.5 overflow-hidden rounded-md border bg-surface py-1.5 pr-1 pl-2",
        failed ? "col-span-full border-danger-line" : "border-line",
      )}
    >
      {picture === null ? (
        <span className="flex size-9 shrink-0 items-center justify-center rounded-sm bg-hover">
          <FileKindIcon kind={draft.asset?.kind ?? guessKind(file)} />
        </span>
      ) : (
        <img src={picture} alt="" className="size-9 shrink-0 rounded-sm bg-hover object-cover" />
      )}
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-[560]" title={file.name}>
          {file.name}
        </span>
        <span
          role={failed ? "alert" : undefined}
          title={describeDraft(draft)}
          className={classNames("block text-xs wrap-anywhere", failed ? "text-danger-ink" : "line-clamp-2 text-muted")}
        >
          {describeDraft(draft)}
        </span>
      </span>
      {failed && (
        <Button look="quiet" size="icon" aria-label={`Try ${file.name} again`} onClick={onRetry}>
          <RotateCcw />
        </Button>
      )}
      <Button look="quiet" size="icon" aria-label={`Remove ${file.name}`} onClick={onRemove}>
        <X />
      </Button>
      {state === "uploading" && (
        <span
          role="progressbar"
          aria-label={`Uploading ${file.name}`}
          aria-valuenow={Math.floor(progress * 100)}
          className="absolute inset-x-0 bottom-0 h-0.5 bg-hover"
        >
          <span
            className="block h-full origin-left bg-accent transition-transform"
            style={{ transform: `scaleX(${progress})` }}
          />
        </span>
      )}
    </li>
  );
}

/** An address of the picture for as long as it is shown; null for other files. */
function usePicture(file: File): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!/^image\/(png|jpeg|webp|gif)$/.test(file.type)) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}

import ArrowUp from "lucide-react/icons/arrow-up";
import Eye from "lucide-react/icons/eye";
import Paperclip from "lucide-react/icons/paperclip";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useRef,
  useState,
} from "react";
import { acceptedFiles } from "#protocol/attachments.ts";
import { Button } from "../components/ui/button.tsx";
import { Field } from "../components/ui/field.tsx";
import { Input } from "../components/ui/input.tsx";
import { Segmented } from "../components/ui/segmented.tsx";
import { classNames } from "../lib/class-names.ts";
import type { GenerationMode } from "../lib/api-types.ts";
import { formatNumber } from "../lib/format.ts";
import { DraftFileList } from "./attachments/draft-file-list.tsx";
import { limitsInWords } from "./attachments/draft-files.ts";
import { PictureAddress } from "./attachments/picture-address.tsx";
import type { DraftFiles } from "./attachments/use-draft-files.ts";

export interface PromptRequest {
  prompt: string;
  mode: GenerationMode;
  budgetUsd: number | null;
}

interface PromptBoxProps {
  label: string;
  placeholder: string;
  action: string;
  value: string;
  onChange: (prompt: string) => void;
  onSend: (request: PromptRequest) => void;
  drafts: DraftFiles;
  busy: boolean;
  /** Why sending is not possible now. */
  blocked?: string | null;
  size?: "large" | "small";
  /** What the prompt is about, above its text. */
  about?: ReactNode;
  inputRef?: Ref<HTMLTextAreaElement>;
  /** Between the text and the tools. */
  children?: ReactNode;
}

const Markdown = lazy(async () => ({ default: (await import("../components/markdown.tsx")).Markdown }));

const longestPrompt = 20_000;
const modes = [
  { value: "auto", label: "Auto", name: "Auto: goes on by itself to the preview" },
  { value: "supervised", label: "Supervised", name: "Supervised: asks you to approve the plan and the preview" },
] as const;

export function PromptBox(props: PromptBoxProps) {
  const { label, placeholder, action, value, onChange, onSend, drafts, busy, blocked = null } = props;
  const { size = "small", inputRef, about, children } = props;
  const [dropping, setDropping] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const attach = useRef<HTMLButtonElement>(null);
  const [mode, setMode] = useState<GenerationMode>("auto");
  const [more, setMore] = useState(false);
  const [reads, setReads] = useState(false);
  const shown = reads && value.trim() !== "";
  const [budget, setBudget] = useState("");
  const budgetUsd = budget.trim() === "" ? null : Number(budget);
  const budgetProblem = budgetUsd === null || budgetUsd > 0 ? undefined : "Enter an amount above 0, such as 2.50.";
  const tooLong = value.length > longestPrompt;
  const unready = drafts.files.some(({ state }) => state === "uploading" || state === "failed");
  const sendable =
    value.trim() !== "" && !tooLong && budgetProblem === undefined && blocked === null && !busy && !unready;

  function send(): void {
    if (sendable) onSend({ prompt: value.trim(), mode, budgetUsd });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      send();
    }
  }

  function onPaste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files];
    // What is copied from a page or a sheet brings a picture of itself along; its text is what was meant.
    if (files.length === 0 || event.clipboardData.getData("text/plain") !== "") return;
    event.preventDefault();
    drafts.add(files);
  }

  function onDrag(event: DragEvent): void {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDropping(event.type === "dragover");
  }

  function onDrop(event: DragEvent): void {
    onDrag(event);
    drafts.add([...event.dataTransfer.files]);
  }

  return (
    <form
      onDragOver={onDrag}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDropping(false);
      }}
      onDrop={onDrop}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className={classNames(
        "rounded-lg border border-line-strong bg-surface transition-colors",
        "focus-within:border-accent focus-within:ring-2 focus-within:ring-accent-line",
        size === "large" && "rounded-xl shadow-raise",
        dropping && "border-dashed border-accent bg-accent-soft",
      )}
    >
      {about}
      {shown && (
        <div
          role="region"
          aria-label="The description as it reads"
          // It scrolls, so that it can be reached.
          tabIndex={0}
          className="max-h-[50dvh] min-h-40 overflow-auto rounded-t-xl px-5 pt-4 pb-2 text-base"
        >
          <Suspense fallback={<p className="text-muted">Setting it …</p>}>
            <Markdown text={value} />
          </Suspense>
        </div>
      )}
      <textarea
        ref={inputRef}
        hidden={shown}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        placeholder={placeholder}
        rows={size === "large" ? 6 : 2}
        aria-invalid={tooLong || undefined}
        className={classNames(
          "block field-sizing-content w-full resize-none bg-transparent outline-none focus-visible:outline-none",
          size === "large"
            ? "max-h-[50dvh] min-h-40 px-5 pt-4 pb-2 text-lg"
            : "max-h-48 min-h-16 px-3.5 pt-3 pb-1 text-base",
        )}
      />
      {children}
      {tooLong && (
        <p role="alert" className="px-4 text-sm text-danger-ink">
          This is {formatNumber(value.length - longestPrompt)} characters too long. Keep what the app must do, and add
          the rest later.
        </p>
      )}
      {dropping && (
        <p className="px-4 pb-2 text-sm text-accent-ink">
          Drop the files here. {drafts.files.length === 0 && limitsInWords}
        </p>
      )}
      <DraftFileList drafts={drafts} onRemoved={() => attach.current?.focus()} />
      {more && (
        <div className="flex flex-col gap-4 border-t border-line px-4 py-3">
          <PictureAddress drafts={drafts} />
          <Field
            label="Budget in US dollars (optional)"
            hint="The work stops before it would cost more."
            problem={budgetProblem}
          >
            {(ids) => (
              <Input
                {...ids}
                inputMode="decimal"
                value={budget}
                onChange={(event) => setBudget(event.target.value)}
                className="h-9 max-w-40 font-mono"
              />
            )}
          </Field>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2 p-2">
        <input
          ref={picker}
          type="file"
          multiple
          accept={acceptedFiles}
          tabIndex={-1}
          aria-hidden="true"
          className="hidden"
          onChange={({ currentTarget }) => {
            drafts.add([...(currentTarget.files ?? [])]);
            // So that the same file can be chosen again after it was removed.
            currentTarget.value = "";
          }}
        />
        <Button ref={attach} look="quiet" size="sm" onClick={() => picker.current?.click()} title={limitsInWords}>
          <Paperclip /> <span className={size === "large" ? "max-md:sr-only" : "sr-only"}>Attach files</span>
        </Button>
        {size === "large" && (
          <Button
            look={shown ? "soft" : "quiet"}
            size="sm"
            aria-pressed={shown}
            disabled={value.trim() === ""}
            onClick={() => setReads(!shown)}
            title="Markdown is understood"
          >
            <Eye /> <span className="max-md:sr-only">Read it</span>
          </Button>
        )}
        <Segmented label="Mode" value={mode} onChange={setMode} options={modes} />
        <Button
          look={more ? "soft" : "quiet"}
          size="sm"
          aria-expanded={more}
          onClick={() => setMore(!more)}
          title="More options"
        >
          <SlidersHorizontal /> <span className="max-md:sr-only">More</span>
        </Button>
        <Button
          type="submit"
          look="primary"
          size={size === "large" ? "md" : "sm"}
          busy={busy}
          disabled={!sendable}
          className="ml-auto"
          title="Ctrl or ⌘ + Enter"
        >
          {action} <ArrowUp />
        </Button>
      </div>
      {blocked !== null && <p className="border-t border-line px-3.5 py-2 text-sm text-muted">{blocked}</p>}
    </form>
  );
}

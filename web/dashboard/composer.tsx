import BookmarkPlus from "lucide-react/icons/bookmark-plus";
import { type RefObject, useState } from "react";
import { Button } from "../components/ui/button.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { Segmented } from "../components/ui/segmented.tsx";
import { useDraftFiles } from "../conversation/attachments/use-draft-files.ts";
import { PromptBox } from "../conversation/prompt-box.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { StackId } from "../lib/api-types.ts";
import { SavePromptDialog } from "../templates/save-prompt-dialog.tsx";
import { SuggestionChips } from "./suggestions/suggestion-chips.tsx";
import { useStartProject } from "./use-start-project.ts";

const stacks = [
  { value: "edge", label: "React and Hono", name: "React and Hono: a fast single-page app, the quickest to build" },
  { value: "next", label: "Next.js", name: "Next.js: App Router with server components and server actions" },
] as const;

interface ComposerProps {
  prompt: string;
  setPrompt: (prompt: string) => void;
  inputRef: RefObject<HTMLTextAreaElement | null>;
}

/** Where a project begins: the description, files, what it is made with. */
export function Composer({ prompt, setPrompt, inputRef }: ComposerProps) {
  const [stack, setStack] = useState<StackId>("edge");
  const [isSaving, setSaving] = useState(false);
  const drafts = useDraftFiles(null);
  const start = useStartProject(drafts);
  return (
    <div className="flex flex-col gap-2.5">
      <PromptBox
        size="large"
        label="Describe the app"
        placeholder="An inventory tracker with products, suppliers and stock movements. Products show a badge when stock is low…"
        action="Build it"
        value={prompt}
        onChange={setPrompt}
        onSend={(request) => start.mutate({ ...request, stack })}
        drafts={drafts}
        busy={start.isPending}
        inputRef={inputRef}
      >
        <SuggestionChips
          prompt={prompt}
          onTake={(taken) => {
            setPrompt(taken.prompt);
            // Once the text is there.
            requestAnimationFrame(() => {
              inputRef.current?.focus();
              inputRef.current?.setSelectionRange(taken.start, taken.end);
            });
          }}
        />
      </PromptBox>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="eyebrow">Made with</span>
        <Segmented label="Made with" value={stack} onChange={setStack} options={stacks} />
        <Button
          look="quiet"
          size="sm"
          className="ml-auto"
          disabled={prompt.trim() === ""}
          onClick={() => setSaving(true)}
        >
          <BookmarkPlus /> Save as template
        </Button>
      </div>
      <div role="alert" className="empty:hidden">
        {start.isError && <Notice tone="danger">{errorLine(start.error)}</Notice>}
      </div>
      <SavePromptDialog prompt={prompt} open={isSaving} onOpenChange={setSaving} />
    </div>
  );
}

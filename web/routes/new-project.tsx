import { useMutation } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { toast } from "sonner";
import { AppHeader } from "../components/app-header.tsx";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { useDraftFiles, type DraftFiles } from "../conversation/attachments/use-draft-files.ts";
import { PromptBox, type PromptRequest } from "../conversation/prompt-box.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { GenerationView, Project, StackId } from "../lib/api-types.ts";
import { examples } from "../lib/examples.ts";
import { nameFromPrompt } from "../lib/format.ts";
import { projectsQuery } from "../lib/project-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { api } from "../session/session.ts";

const stackChoices: readonly { id: StackId; title: string; text: string }[] = [
  { id: "edge", title: "React and Hono", text: "A fast single-page app. The quickest to build." },
  { id: "next", title: "Next.js", text: "App Router with server components and server actions." },
];

function StackChoice({ chosen, onChoose }: { chosen: StackId; onChoose: (stack: StackId) => void }) {
  return (
    <fieldset>
      <legend className="eyebrow">Made with</legend>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        {stackChoices.map(({ id, title, text }) => (
          <label
            key={id}
            className="flex cursor-pointer gap-3 rounded-md border border-line px-3 py-2.5 has-checked:bg-hover hover:bg-hover"
          >
            <input
              type="radio"
              name="stack"
              value={id}
              checked={chosen === id}
              onChange={() => onChoose(id)}
              className="mt-1 size-4 shrink-0"
            />
            <span>
              <span className="block font-[560]">{title}</span>
              <span className="block text-sm text-muted">{text}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Component() {
  const [search] = useSearchParams();
  const [prompt, setPrompt] = useState(search.get("prompt") ?? "");
  const [stack, setStack] = useState<StackId>("edge");
  const input = useRef<HTMLTextAreaElement>(null);
  const navigate = useNavigate();
  const drafts = useDraftFiles(null);
  // Made for files that then could not be uploaded: the next try goes on with it.
  const made = useRef<Project | null>(null);
  const start = useMutation({
    mutationFn: (request: PromptRequest & { stack: StackId }) => startProject(request, drafts, made),
    onSuccess: async ({ project, unstarted }) => {
      void queryClient.invalidateQueries({ queryKey: projectsQuery.queryKey });
      if (unstarted !== null) toast.error(`The project exists, but the work did not start. ${errorLine(unstarted)}`);
      await navigate(`/projects/${project.id}`, { state: unstarted === null ? null : { prompt } });
    },
  });
  return (
    <>
      <title>New project · NexusGen</title>
      <AppHeader />
      <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-4 py-10 md:py-16">
        <h1 className="display text-3xl">What should the app keep track of?</h1>
        <p className="mt-2 max-w-prose text-muted">
          Name the things, what matters about each, and how they belong together. You can change anything afterwards.
        </p>
        <div className="mt-7 flex flex-col gap-3">
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
            inputRef={input}
          />
          <StackChoice chosen={stack} onChoose={setStack} />
          <div role="alert" className="empty:hidden">
            {start.isError && <Notice tone="danger">{errorLine(start.error)}</Notice>}
          </div>
        </div>
        <h2 className="eyebrow mt-10">Examples to start from</h2>
        <ul className="mt-3 grid gap-x-8 sm:grid-cols-2">
          {examples.map((example) => (
            <li key={example.title} className="border-t border-line">
              <button
                type="button"
                className="-mx-2 block w-full rounded-md px-2 py-3 text-left hover:bg-hover"
                onClick={() => {
                  setPrompt(example.prompt);
                  input.current?.focus();
                }}
              >
                <span className="block font-[560]">{example.title}</span>
                <span className="mt-0.5 line-clamp-2 text-sm text-muted">{example.prompt}</span>
              </button>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}

export const ErrorBoundary = RouteErrorScreen;

/** The project stays when the work cannot start: its page takes the prompt again. */
async function startProject(
  { prompt, mode, budgetUsd, stack }: PromptRequest & { stack: StackId },
  drafts: DraftFiles,
  made: RefObject<Project | null>,
): Promise<{ project: Project; unstarted: unknown }> {
  const project =
    made.current?.stack === stack
      ? made.current
      : await api.send<Project>("POST", "/api/v1/projects", { name: nameFromPrompt(prompt), stack });
  made.current = project;
  const attachmentIds = await drafts.uploadTo(project.id);
  if (attachmentIds === null)
    throw new Error("A file could not be uploaded. Remove it or try it again, then send the prompt once more.");
  try {
    await api.send<GenerationView>("POST", "/api/v1/generations", {
      projectId: project.id,
      prompt,
      mode,
      ...(budgetUsd === null ? {} : { budgetUsd }),
      ...(attachmentIds.length === 0 ? {} : { attachmentIds }),
    });
    return { project, unstarted: null };
  } catch (unstarted) {
    return { project, unstarted };
  }
}

// Makes a project of a prompt and starts its first generation.
import { useMutation } from "@tanstack/react-query";
import { type RefObject, useRef } from "react";
import { useNavigate } from "react-router";
import type { DraftFiles } from "../conversation/attachments/use-draft-files.ts";
import type { PromptRequest } from "../conversation/prompt-box.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { GenerationView, Project, StackId } from "../lib/api-types.ts";
import { nameFromPrompt } from "../lib/format.ts";
import { projectsQuery } from "../lib/project-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { api } from "../session/session.ts";
import { toast } from "../lib/toast.ts";

type StartRequest = PromptRequest & { stack: StackId };

export function useStartProject(drafts: DraftFiles) {
  const navigate = useNavigate();
  // Made for files that then could not be uploaded: the next try goes on with it.
  const made = useRef<Project | null>(null);
  return useMutation({
    mutationFn: (request: StartRequest) => startProject(request, drafts, made),
    onSuccess: async ({ project, unstarted }, { prompt }) => {
      void queryClient.invalidateQueries({ queryKey: projectsQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ["history"] });
      if (unstarted !== null) toast.error(`The project exists, but the work did not start. ${errorLine(unstarted)}`);
      await navigate(`/projects/${project.id}`, { state: unstarted === null ? null : { prompt } });
    },
  });
}

/** The project stays when the work cannot start: its page takes the prompt again. */
async function startProject(
  { prompt, mode, budgetUsd, stack }: StartRequest,
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

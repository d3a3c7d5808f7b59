// What the parts of a project page share: the folded view, the connection, and the two things a user can do to it.
import { useMutation, useQuery } from "@tanstack/react-query";
import { createContext, createElement, type ReactNode, startTransition, use, useEffect, useState } from "react";
import type { Prd } from "#engine/prd/schema.ts";
import type { LoopCommand } from "#protocol/frames.ts";
import type { Selection } from "#protocol/attachments.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import { errorLine } from "../lib/api-error.ts";
import type { GenerationMode, StartGenerationBody } from "../lib/api-types.ts";
import { projectQuery } from "../lib/project-queries.ts";
import { api } from "./session.ts";
import { type ChannelPorts, type ChannelState, type ProjectChannel, createProjectChannel } from "./project-channel.ts";
import type { ProjectSnapshot } from "#protocol/project-snapshot.ts";
import { toast } from "../lib/toast.ts";

interface SentPrompt {
  prompt: string;
  mode: GenerationMode;
  budgetUsd: number | null;
  /** Of files that are uploaded. */
  attachmentIds: string[];
  selection: Selection | null;
}

interface ProjectContextValue extends ChannelState {
  projectId: string;
  /** False for a viewer: everything can be read, nothing be asked for. */
  canWrite: boolean;
  retryNow: () => void;
  /** What was pointed at in the preview, for the next request. */
  selection: Selection | null;
  setSelection: (selection: Selection | null) => void;
  /** A generation that was started in another way than by a prompt. */
  adopt: (generation: GenerationView) => void;
  commands: { pending: LoopCommand | null; run: (command: LoopCommand, comment?: string, prd?: Prd) => void };
  sendPrompt: ReturnType<typeof useSendPrompt>;
}

const ProjectContext = createContext<ProjectContextValue | null>(null);

export function useProject(): ProjectContextValue {
  const value = use(ProjectContext);
  if (value === null) throw new Error("useProject needs a ProjectProvider above it.");
  return value;
}

interface ProjectProviderProps {
  projectId: string;
  /** What the channel speaks with; the platform when absent. */
  ports?: ChannelPorts;
  children: ReactNode;
}

/** Give it `key={projectId}`: a channel belongs to one project. */
export function ProjectProvider({ projectId, ports, children }: ProjectProviderProps) {
  const [channel] = useState(() => createProjectChannel(ports ?? platformPorts(projectId)));
  useEffect(() => {
    channel.start();
    return channel.stop;
  }, [channel]);
  const state = useChannelState(channel);
  const [selection, setSelection] = useState<Selection | null>(null);
  const value: ProjectContextValue = {
    ...state,
    projectId,
    canWrite: useQuery(projectQuery(projectId)).data?.role !== "viewer",
    retryNow: channel.retryNow,
    selection,
    setSelection,
    adopt: channel.adopt,
    commands: useCommands(channel, state.view.generation),
    sendPrompt: useSendPrompt(channel, projectId),
  };
  return createElement(ProjectContext, { value }, children);
}

/** What a channel begins with, a snapshot and then the history, is drawn in pieces; what comes later at once. */
function useChannelState({ store }: ProjectChannel): ChannelState {
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    let hasBegun = false;
    const follow = (next: ChannelState): void => {
      if (hasBegun) setState(next);
      else startTransition(() => setState(next));
      hasBegun = next.caughtUp;
    };
    follow(store.getState());
    return store.subscribe(follow);
  }, [store]);
  return state;
}

function platformPorts(projectId: string): ChannelPorts {
  return {
    snapshot: () => api.get<ProjectSnapshot>(`/api/v1/projects/${projectId}/snapshot`),
    ticket: () => api.send<{ ticket: string; url: string }>("POST", `/api/v1/projects/${projectId}/socket-tickets`),
    openSocket: (url) => new WebSocket(url),
    online: () => navigator.onLine,
  };
}

interface CommandRequest {
  id: string;
  command: LoopCommand;
  comment: string | undefined;
  /** The waiting plan as its user changed it. */
  prd: Prd | undefined;
}

function useCommands(channel: ProjectChannel, generation: GenerationView | null): ProjectContextValue["commands"] {
  const command = useMutation({
    mutationFn: ({ id, command, comment, prd }: CommandRequest) =>
      api.send<GenerationView>("POST", `/api/v1/generations/${id}/${command}`, {
        ...(comment === undefined ? {} : { comment }),
        ...(prd === undefined ? {} : { prd }),
      }),
    onSuccess: channel.adopt,
    onError: (error) => toast.error(errorLine(error)),
  });
  return {
    pending: command.isPending ? command.variables.command : null,
    run: (name, comment, prd) => {
      if (generation !== null && !command.isPending) command.mutate({ id: generation.id, command: name, comment, prd });
    },
  };
}

function useSendPrompt(channel: ProjectChannel, projectId: string) {
  return useMutation({
    mutationFn: ({ prompt, mode, budgetUsd, attachmentIds, selection }: SentPrompt) => {
      const body: StartGenerationBody = {
        projectId,
        prompt,
        mode,
        ...(budgetUsd === null ? {} : { budgetUsd }),
        ...(attachmentIds.length === 0 ? {} : { attachmentIds }),
        ...(selection !== null && { selection }),
      };
      return api.send<GenerationView>("POST", "/api/v1/generations", body);
    },
    onSuccess: channel.adopt,
    onError: (error) => toast.error(errorLine(error)),
  });
}

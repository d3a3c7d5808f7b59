// Drafts by project. They outlive a reload: each change is written to this browser's storage a moment later.
import { create } from "zustand";
import * as z from "zod/mini";
import type { Draft, Drafts } from "./draft.ts";

const baseSchema = z.object({ versionId: z.string(), sha256: z.nullable(z.string()) });
const draftsSchema = z.record(
  z.string(),
  z.object({
    content: z.nullable(z.string()),
    encoding: z.optional(z.literal("base64")),
    base: baseSchema,
    conflict: z.optional(baseSchema),
  }),
);

interface DraftState {
  projects: Readonly<Record<string, Drafts>>;
  /** False once the browser refused to keep them: a reload would lose them. */
  kept: boolean;
}

export const useDraftStore = create<DraftState>(() => ({ projects: {}, kept: true }));
const none: Drafts = {};

export function useDrafts(projectId: string): Drafts {
  return useDraftStore((state) => state.projects[projectId]) ?? none;
}

export const readDrafts = (projectId: string): Drafts => useDraftStore.getState().projects[projectId] ?? none;

/** Once for each project, before its editor is shown. */
export function loadDrafts(projectId: string): void {
  if (useDraftStore.getState().projects[projectId] !== undefined) return;
  setAll(projectId, parse(localStorage.getItem(keyOf(projectId))));
}

/** undefined takes the draft away. */
export function putDrafts(projectId: string, changed: Readonly<Record<string, Draft | undefined>>): void {
  const next: Record<string, Draft> = { ...readDrafts(projectId) };
  for (const [path, draft] of Object.entries(changed)) {
    if (draft === undefined) delete next[path];
    else next[path] = draft;
  }
  setAll(projectId, next);
  write(projectId);
}

function setAll(projectId: string, drafts: Drafts): void {
  useDraftStore.setState((state) => ({ projects: { ...state.projects, [projectId]: drafts } }));
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

function write(projectId: string): void {
  clearTimeout(waiting.get(projectId));
  waiting.set(
    projectId,
    setTimeout(() => flush(projectId), 250),
  );
}

function flush(projectId: string): void {
  clearTimeout(waiting.get(projectId));
  waiting.delete(projectId);
  const drafts = readDrafts(projectId);
  try {
    if (Object.keys(drafts).length === 0) localStorage.removeItem(keyOf(projectId));
    else localStorage.setItem(keyOf(projectId), JSON.stringify(drafts));
    useDraftStore.setState({ kept: true });
  } catch {
    useDraftStore.setState({ kept: false });
  }
}

// A reload within the quarter of a second must not lose the last word.
addEventListener("pagehide", () => {
  for (const projectId of waiting.keys()) flush(projectId);
});

function parse(text: string | null): Drafts {
  if (text === null) return none;
  try {
    const { data } = draftsSchema.safeParse(JSON.parse(text));
    return (data as Drafts | undefined) ?? none;
  } catch {
    return none;
  }
}

const keyOf = (projectId: string): string => `nexusgen.drafts.${projectId}`;

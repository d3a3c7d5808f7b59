import type { LoopState, Project } from "../lib/api-types.ts";
import { Badge, type Tone } from "./ui/badge.tsx";

interface Look {
  tone: Tone;
  words: string;
}

const generationLooks: Record<LoopState, Look> = {
  idle: { tone: "neutral", words: "Ready" },
  planning: { tone: "working", words: "Planning" },
  awaiting_approval: { tone: "waiting", words: "Needs approval" },
  coding: { tone: "working", words: "Coding" },
  reviewing: { tone: "working", words: "Reviewing" },
  building: { tone: "working", words: "Building" },
  testing: { tone: "working", words: "Testing" },
  healing: { tone: "working", words: "Repairing" },
  deploying: { tone: "working", words: "Deploying" },
  preview: { tone: "done", words: "Preview ready" },
  production: { tone: "working", words: "Publishing" },
  paused: { tone: "waiting", words: "Paused" },
  complete: { tone: "done", words: "Complete" },
  failed: { tone: "danger", words: "Failed" },
  escalated: { tone: "danger", words: "Needs help" },
  cancelled: { tone: "neutral", words: "Cancelled" },
};

const projectLooks: Record<Project["status"], Look> = {
  draft: { tone: "neutral", words: "Draft" },
  generating: { tone: "working", words: "Working" },
  building: { tone: "working", words: "Building" },
  ready: { tone: "done", words: "Ready" },
  deployed: { tone: "done", words: "Deployed" },
  failed: { tone: "danger", words: "Failed" },
  archived: { tone: "neutral", words: "Archived" },
};

export function GenerationStatusBadge({ status }: { status: LoopState }) {
  return <StatusBadge {...generationLooks[status]} />;
}

export function ProjectStatusBadge({ status }: { status: Project["status"] }) {
  return <StatusBadge {...projectLooks[status]} />;
}

function StatusBadge({ tone, words }: Look) {
  return (
    <Badge tone={tone}>
      <span
        aria-hidden="true"
        className={`size-1.5 rounded-full bg-current ${tone === "working" ? "animate-pulse-soft" : ""}`}
      />
      {words}
    </Badge>
  );
}

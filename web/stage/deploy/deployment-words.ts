import type { DeploymentEnvironment, DeploymentStatus, DeploymentTrigger } from "#protocol/deployments.ts";
import type { Tone } from "../../components/ui/badge.tsx";

export const environmentNames: Record<DeploymentEnvironment, string> = {
  preview: "Preview",
  staging: "Staging",
  production: "Production",
};

export const environmentPurposes: Record<DeploymentEnvironment, string> = {
  preview: "Follows the newest version that passed its tests, with example records.",
  staging: "A rehearsal with records of its own, before everybody sees it.",
  production: "What your users open. Its records are kept from version to version.",
};

export const statusLooks: Record<DeploymentStatus, { tone: Tone; words: string }> = {
  pending: { tone: "waiting", words: "Waiting" },
  building: { tone: "working", words: "Building" },
  deploying: { tone: "working", words: "Deploying" },
  ready: { tone: "done", words: "Live" },
  failed: { tone: "danger", words: "Failed" },
  cancelled: { tone: "neutral", words: "Cancelled" },
};

export const triggerWords: Record<DeploymentTrigger, string> = {
  generation: "by a generation",
  person: "by hand",
  promotion: "promoted",
  rollback: "went back",
  recovery: "went back by itself",
};

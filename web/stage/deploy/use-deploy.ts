import { useMutation } from "@tanstack/react-query";
import { errorLine } from "../../lib/api-error.ts";
import type { Deployment, StartDeployment } from "../../lib/api-types.ts";
import { deployKey } from "../../lib/deploy-queries.ts";
import { queryClient } from "../../lib/query-client.ts";
import { useProject } from "../../session/project-context.ts";
import { api } from "../../session/session.ts";
import { environmentNames } from "./deployment-words.ts";
import { toast } from "../../lib/toast.ts";

export function useRefreshDeployments(): () => Promise<void> {
  const { projectId } = useProject();
  return () => queryClient.invalidateQueries({ queryKey: deployKey(projectId) });
}

export function useDeploy() {
  const { projectId } = useProject();
  const refresh = useRefreshDeployments();
  return useMutation({
    mutationFn: (body: StartDeployment) =>
      api.send<Deployment>("POST", `/api/v1/projects/${projectId}/deployments`, body),
    onSuccess: async ({ environment, versionNumber }) => {
      toast.success(`Version ${versionNumber ?? ""} is on its way to ${environmentNames[environment].toLowerCase()}`);
      await refresh();
    },
    onError: (error) => toast.error(errorLine(error)),
  });
}

export function useCancelDeployment() {
  const { projectId } = useProject();
  const refresh = useRefreshDeployments();
  return useMutation({
    mutationFn: (id: string) => api.send("POST", `/api/v1/projects/${projectId}/deployments/${id}/cancel`),
    onSuccess: async () => {
      toast.success("Deployment cancelled");
      await refresh();
    },
    onError: (error) => toast.error(errorLine(error)),
  });
}

/** A private app opens with fresh access only. */
export function useOpenApp() {
  const { projectId } = useProject();
  return useMutation({
    mutationFn: (environment: Deployment["environment"]) =>
      api.send<{ url: string }>("POST", `/api/v1/projects/${projectId}/preview-access`, { environment }),
    onSuccess: ({ url }) => void window.open(url, "_blank", "noopener"),
    onError: (error) => toast.error(errorLine(error)),
  });
}

import { useMutation } from "@tanstack/react-query";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../../components/ui/dialog.tsx";
import { errorLine } from "../../lib/api-error.ts";
import type { ListedVersion, Version } from "../../lib/api-types.ts";
import { queryClient } from "../../lib/query-client.ts";
import { useProject } from "../../session/project-context.ts";
import { api } from "../../session/session.ts";
import { toast } from "../../lib/toast.ts";

const consequences: Partial<Record<ListedVersion["status"], string>> = {
  green: "A new version gets its files, and the preview shows it at once. The versions between stay.",
  draft:
    "A new version gets its files. It was never built, so that happens first; the preview shows it when its tests pass.",
};

export function RollBackDialog({ version, close }: { version: ListedVersion | null; close: () => void }) {
  const { projectId } = useProject();
  const rollBack = useMutation({
    mutationFn: (id: string) => api.send<Version>("POST", `/api/v1/projects/${projectId}/versions/${id}/rollback`),
    onSuccess: async (made) => {
      close();
      const files = `Version ${made.number} has the files of version ${version?.number ?? ""}`;
      toast.success(made.status === "draft" ? `${files} and is being built` : files);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ["versions", projectId] }),
        queryClient.invalidateQueries({ queryKey: ["project", projectId] }),
      ]);
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  return (
    <Dialog open={version !== null} onOpenChange={(open) => !open && close()}>
      {version !== null && (
        <DialogContent
          title={`Roll back to version ${version.number}?`}
          description={
            consequences[version.status] ??
            "A new version gets its files. It did not build then, so the preview stays as it is."
          }
        >
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Stay here</Button>
            </DialogClose>
            <Button look="primary" busy={rollBack.isPending} onClick={() => rollBack.mutate(version.id)}>
              Roll back
            </Button>
          </div>
        </DialogContent>
      )}
    </Dialog>
  );
}

import { useMutation } from "@tanstack/react-query";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { KnownFix } from "../lib/api-types.ts";
import { queryClient } from "../lib/query-client.ts";
import { api } from "../session/session.ts";
import { toast } from "../lib/toast.ts";

interface ForgetDialogProps {
  workspaceId: string;
  fix: KnownFix | null;
  close: () => void;
}

export function ForgetDialog({ workspaceId, fix, close }: ForgetDialogProps) {
  const forget = useMutation({
    mutationFn: (id: string) => api.send("DELETE", `/api/v1/workspaces/${workspaceId}/fixes/${id}`),
    onSuccess: async () => {
      close();
      await queryClient.invalidateQueries({ queryKey: ["workspace", workspaceId, "fixes"] });
      toast.success("Fix forgotten");
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  return (
    <Dialog open={fix !== null} onOpenChange={(open) => !open && close()}>
      {fix !== null && (
        <DialogContent
          title="Forget this fix?"
          description="It is not used any more, and what is known of its uses goes. It is learned again when the same repair works once more."
        >
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Keep it</Button>
            </DialogClose>
            <Button look="danger" busy={forget.isPending} onClick={() => forget.mutate(fix.id)}>
              Forget it
            </Button>
          </div>
        </DialogContent>
      )}
    </Dialog>
  );
}

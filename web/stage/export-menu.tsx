import Download from "lucide-react/icons/download";
import { lazy, Suspense, useState } from "react";
import { Button } from "../components/ui/button.tsx";
import { Dialog } from "../components/ui/dialog.tsx";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from "../components/ui/menu.tsx";
import { describeError } from "../lib/api-error.ts";
import { saveFile } from "../lib/save-file.ts";
import { toast } from "../lib/toast.ts";
import { useProject } from "../session/project-context.ts";
import { api } from "../session/session.ts";

const GitHubDialog = lazy(async () => ({ default: (await import("./deploy/github-dialog.tsx")).GitHubDialog }));

const formats = [
  { id: "source", label: "Source code", detail: "The repository: code, tests, migrations, CI" },
  {
    id: "docker",
    label: "Docker",
    detail: "The source with its Dockerfile, and the steps to run the image or push it",
  },
  { id: "vercel", label: "Vercel project", detail: "The source with what Vercel needs to build it" },
  { id: "aws", label: "AWS", detail: "The source with a template for ECS on Fargate, and the steps" },
  { id: "gcp", label: "Google Cloud", detail: "The source with a Cloud Run service and its build, and the steps" },
  { id: "static", label: "Static files", detail: "What a browser loads, as built" },
] as const;
type Format = (typeof formats)[number]["id"];

/** Takes the code home, as of the version that is shown. */
export function ExportMenu({ slug }: { slug: string }) {
  const { projectId, view, canWrite } = useProject();
  const [pushes, setPushes] = useState(false);
  const [packing, setPacking] = useState(false);
  const { versionId, versionNumber } = view;
  if (versionId === null) return null;

  const take = async (format: Format): Promise<void> => {
    setPacking(true);
    try {
      const zip = await api.blob(`/api/v1/projects/${projectId}/export?format=${format}&version=${versionId}`);
      const version = versionNumber === null ? "" : `-v${versionNumber}`;
      saveFile(zip, `${slug}${version}${format === "source" ? "" : `-${format}`}.zip`);
    } catch (error) {
      const { title, detail } = describeError(error);
      toast.error(title, { description: detail });
    } finally {
      setPacking(false);
    }
  };

  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size="sm" busy={packing} disabled={packing}>
          <Download /> <span className="max-sm:sr-only">Export</span>
        </Button>
      </MenuTrigger>
      <MenuContent className="w-80 max-w-[calc(100vw-1rem)]">
        <MenuLabel>
          The code is yours{versionNumber === null ? "" : `: version ${versionNumber} as a zip file`}
        </MenuLabel>
        {formats.map(({ id, label, detail }) => (
          <MenuItem key={id} className="h-auto py-2" onSelect={() => void take(id)}>
            <span>
              <span className="block font-[560]">{label}</span>
              <span className="block text-xs text-muted">{detail}</span>
            </span>
          </MenuItem>
        ))}
        {canWrite && (
          <MenuItem className="h-auto py-2" onSelect={() => setPushes(true)}>
            <span>
              <span className="block font-[560]">GitHub</span>
              <span className="block text-xs text-muted">A commit of a repository of yours, or a pull request</span>
            </span>
          </MenuItem>
        )}
      </MenuContent>
      <Dialog open={pushes} onOpenChange={setPushes}>
        {pushes && (
          <Suspense fallback={null}>
            <GitHubDialog versionId={versionId} versionNumber={versionNumber} />
          </Suspense>
        )}
      </Dialog>
    </Menu>
  );
}

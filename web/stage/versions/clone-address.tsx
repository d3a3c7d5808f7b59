import { useQuery } from "@tanstack/react-query";
import Copy from "lucide-react/icons/copy";
import { Link } from "react-router";
import { Button } from "../../components/ui/button.tsx";
import type { Project } from "../../lib/api-types.ts";
import { workspacesQuery } from "../../lib/workspace-queries.ts";
import { toast } from "../../lib/toast.ts";

/** Somebody invited to the project alone does not see its workspace: the API says no slug, and no address is shown. */
export function CloneAddress({ project }: { project: Project }) {
  const workspace = useQuery(workspacesQuery).data?.find(({ id }) => id === project.workspaceId);
  if (workspace === undefined) return null;
  const command = `git clone ${location.origin}/git/${workspace.slug}/${project.slug}.git`;
  const copy = (): void => {
    navigator.clipboard.writeText(command).then(
      () => toast.success("Copied"),
      () => toast.error("The browser did not allow copying. Select the text instead."),
    );
  };
  return (
    <section aria-labelledby="clone-title" className="rounded-lg border border-line bg-surface p-4">
      <h2 id="clone-title" className="font-[600]">
        Work on it with git
      </h2>
      <p className="mt-1 text-sm text-muted">
        Versions are commits, and what you push to main comes back as versions. The password is an{" "}
        <Link to="/settings#tokens" className="text-accent-ink underline">
          API token
        </Link>
        .
      </p>
      <div className="mt-3 flex items-center gap-2">
        <code
          className="min-w-0 flex-1 overflow-x-auto rounded-md bg-sunken px-3 py-2 text-xs whitespace-nowrap"
          tabIndex={0}
        >
          {command}
        </code>
        <Button size="icon" aria-label="Copy the command" title="Copy" onClick={copy}>
          <Copy />
        </Button>
      </div>
    </section>
  );
}

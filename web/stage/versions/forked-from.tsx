import { useQuery } from "@tanstack/react-query";
import GitBranch from "lucide-react/icons/git-branch";
import { Link } from "react-router";
import { projectQuery } from "../../lib/project-queries.ts";

/** The other project may be gone, or out of sight. */
export function ForkedFrom({ projectId, number }: { projectId: string; number: number }) {
  const origin = useQuery({ ...projectQuery(projectId), retry: false }).data;
  return (
    <p className="flex items-center gap-2 text-sm text-muted [&_svg]:size-4">
      <GitBranch aria-hidden="true" />
      {origin === undefined ? (
        <>Forked from version {number} of another project</>
      ) : (
        <span>
          Forked from version {number} of{" "}
          <Link to={`/projects/${projectId}?tab=versions`} className="text-accent-ink underline">
            {origin.name}
          </Link>
        </span>
      )}
    </p>
  );
}

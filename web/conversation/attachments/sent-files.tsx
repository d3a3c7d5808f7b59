import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { errorLine } from "../../lib/api-error.ts";
import type { Attachment } from "../../lib/api-types.ts";
import { formatBytes } from "../../lib/format.ts";
import { useProject } from "../../session/project-context.ts";
import { api } from "../../session/session.ts";
import { FileKindIcon } from "./file-kind-icon.tsx";
import { toast } from "../../lib/toast.ts";

/** Files that went with a prompt; each can be taken back as a download. */
export function SentFiles({ files }: { files: readonly Attachment[] }) {
  const { projectId } = useProject();
  if (files.length === 0) return null;
  return (
    <ul aria-label="Files of this prompt" className="mt-2 flex flex-wrap gap-1.5">
      {files.map((file) => (
        <li key={file.id} className="max-w-full">
          <button
            type="button"
            aria-label={`Download ${file.name}, ${formatBytes(file.size)}`}
            onClick={() => void download(projectId, file)}
            className="flex min-h-9 max-w-full items-center gap-2 rounded-md border border-accent-line bg-surface py-1 pr-2.5 pl-1.5 text-left text-sm hover:bg-hover"
          >
            {file.kind === "image" ? (
              <Thumbnail projectId={projectId} file={file} />
            ) : (
              <FileKindIcon kind={file.kind} />
            )}
            <span className="min-w-0 truncate">{file.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const contentOf = (projectId: string, { id }: Attachment): string =>
  `/api/v1/projects/${projectId}/assets/${id}/content`;

function Thumbnail({ projectId, file }: { projectId: string; file: Attachment }) {
  const { data } = useQuery({
    queryKey: ["asset", file.id],
    queryFn: ({ signal }) => api.blob(`${contentOf(projectId, file)}?size=small`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    // It may have been deleted since.
    retry: false,
  });
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (address === null) return <FileKindIcon kind="image" />;
  return <img src={address} alt="" className="size-7 shrink-0 rounded-sm bg-hover object-cover" />;
}

async function download(projectId: string, file: Attachment): Promise<void> {
  try {
    const address = URL.createObjectURL(await api.blob(contentOf(projectId, file)));
    const link = document.createElement("a");
    link.href = address;
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  } catch (error) {
    toast.error(errorLine(error));
  }
}

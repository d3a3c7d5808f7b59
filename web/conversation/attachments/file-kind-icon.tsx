import FileArchive from "lucide-react/icons/file-archive";
import FileText from "lucide-react/icons/file-text";
import ImageIcon from "lucide-react/icons/image";
import Table from "lucide-react/icons/table";
import type { ComponentType } from "react";
import type { Attachment } from "../../lib/api-types.ts";

const icons: Partial<Record<Attachment["kind"], ComponentType<{ className?: string }>>> = {
  image: ImageIcon,
  csv: Table,
  zip: FileArchive,
};

export function FileKindIcon({ kind }: { kind: Attachment["kind"] }) {
  const Icon = icons[kind] ?? FileText;
  return <Icon className="size-4 shrink-0 text-muted" aria-hidden="true" />;
}

/** Before the server has looked into it: by the name. */
export function guessKind({ name, type }: { name: string; type: string }): Attachment["kind"] {
  if (type.startsWith("image/")) return "image";
  if (/\.(csv|tsv)$/i.test(name)) return "csv";
  return /\.zip$/i.test(name) ? "zip" : "text";
}

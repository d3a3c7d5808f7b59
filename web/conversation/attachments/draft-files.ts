// The files of a prompt that is being written. Pure: what may be added, and what is known of each.
import { largestAttachment, largestAttachments, mostAttachments } from "#protocol/attachments.ts";
import type { UploadedAsset } from "../../lib/api-types.ts";
import { formatBytes, formatCount } from "../../lib/format.ts";

export interface DraftFile {
  readonly key: string;
  /** Empty where the platform fetches it from an address. */
  readonly file: File;
  readonly address: string | null;
  /** `waiting`: until there is a project to upload it to. */
  readonly state: "waiting" | "uploading" | "ready" | "failed";
  /** 0 to 1. */
  readonly progress: number;
  readonly asset: UploadedAsset | null;
  readonly problem: string | null;
}

export const limitsInWords = `Up to ${mostAttachments} files, 10 MB each and 20 MB together: pictures, PDF, DOCX, CSV, Markdown, JSON, text, or a zip of these.`;

/** Those that fit, and why the others do not. */
export function admit(present: readonly DraftFile[], wanted: readonly File[]): { files: File[]; refusals: string[] } {
  const files: File[] = [];
  const refusals: string[] = [];
  let total = present.reduce((sum, { file }) => sum + file.size, 0);
  for (const file of wanted) {
    const isThere = [...present.map((draft) => draft.file), ...files].some(
      (other) => other.name === file.name && other.size === file.size && other.lastModified === file.lastModified,
    );
    if (isThere) continue;
    if (present.length + files.length >= mostAttachments)
      refusals.push(`${file.name} was left out: at most ${mostAttachments} files go with a prompt.`);
    else if (file.size === 0) refusals.push(`${file.name} is empty.`);
    else if (file.size > largestAttachment)
      refusals.push(`${file.name} has ${formatBytes(file.size)}; a file may have at most 10 MB.`);
    else if (total + file.size > largestAttachments)
      refusals.push(`${file.name} was left out: the files of a prompt may have 20 MB together.`);
    else {
      files.push(file);
      total += file.size;
    }
  }
  return { files, refusals };
}

/** A picture by its address, to be fetched by the platform; or why that is not possible. */
export function admitAddress(present: readonly DraftFile[], typed: string): { url: URL } | { problem: string } {
  const url = URL.parse(typed.trim());
  if (url?.protocol !== "https:" && url?.protocol !== "http:")
    return { problem: "Enter the picture's address, such as https://example.com/screenshot.png." };
  if (present.some(({ address }) => address === url.href)) return { problem: "This picture is attached already." };
  if (present.length >= mostAttachments) return { problem: `At most ${mostAttachments} files go with a prompt.` };
  return { url };
}

/** Until the platform has given it its name. */
export function fileOf({ pathname, hostname }: URL): File {
  return new File([], pathname.split("/").at(-1) || hostname);
}

/** What stands below a file's name. */
export function describeDraft({ file, address, state, progress, asset, problem }: DraftFile): string {
  const size = formatBytes(asset?.size ?? file.size);
  switch (state) {
    case "waiting":
      return address === null ? size : address;
    case "uploading":
      if (address !== null) return "Fetching it";
      return progress < 1 ? `${Math.floor(progress * 100)}% of ${size}` : "Reading it";
    case "failed":
      return problem ?? "It could not be uploaded.";
    case "ready": {
      const tables = (asset?.tables ?? []).map((table) => `${formatCount(table.rowCount, "row")} of ${table.name}`);
      return [size, ...tables, ...(asset?.notes ?? [])].join(" · ");
    }
    default:
      return state satisfies never;
  }
}

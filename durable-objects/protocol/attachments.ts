// What may be attached to a request, and how much of it: told to people before they send, held by the API when they do.
import type { AttachmentKind } from "#engine/attachments/attachment.ts";

export type { AttachmentKind };

const mega = 1024 * 1024;

/** Bytes of one file. */
export const attachmentLimits: Readonly<Record<AttachmentKind, number>> = {
  image: 10 * mega,
  pdf: 10 * mega,
  docx: 10 * mega,
  csv: 5 * mega,
  markdown: mega,
  text: mega,
  json: mega,
  zip: 10 * mega,
};
export const largestAttachment = Math.max(...Object.values(attachmentLimits));

/** Of one request. Providers take about 30 MB, and what is sent to them grows by a third. */
export const mostAttachments = 10;
export const largestAttachments = 20 * mega;

/** For file pickers; what a file is, its content decides. */
export const acceptedFiles =
  ".png,.jpg,.jpeg,.webp,.gif,.pdf,.docx,.csv,.tsv,.md,.markdown,.txt,.json,.zip,image/png,image/jpeg,image/webp,image/gif";

/** A file of a request, as events and answers name it. */
export interface Attachment {
  id: string;
  name: string;
  kind: AttachmentKind;
  size: number;
}

/** What the user pointed at in the preview. */
export interface Selection {
  /** CSS selector. */
  selector: string;
  /** Visible text of the element. */
  text?: string | undefined;
  /** Name of the component, or file and line it comes from. */
  component?: string | undefined;
  /** Page of the app: "/customers/42". */
  page?: string | undefined;
}

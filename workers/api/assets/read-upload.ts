// The one file of an upload: a multipart form's field `file`, or the body itself with its name in the query.
import type { Context } from "hono";
import { sanitiseName } from "#engine/architect/sanitise.ts";
import { largestAttachment } from "#protocol/attachments.ts";
import type { ApiEnv } from "../api-env.ts";
import { ApiError } from "../errors.ts";

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export async function readUpload(c: Context<ApiEnv>, named: string | undefined): Promise<Upload> {
  if (!/^multipart\/form-data\b/i.test(c.req.header("content-type") ?? "")) {
    if (named === undefined)
      throw new ApiError(
        "VALIDATION_ERROR",
        'Say the file\'s name: "?name=customers.csv", or send a form with a field "file".',
      );
    return { name: fileName(named), bytes: new Uint8Array(await c.req.arrayBuffer()) };
  }
  const form = await c.req.formData().catch(() => {
    throw new ApiError("VALIDATION_ERROR", "The form could not be read.");
  });
  const file = form.get("file");
  if (!(file instanceof File) || [...form.keys()].length !== 1)
    throw new ApiError("VALIDATION_ERROR", 'The form must have one field, "file", that is a file.');
  if (file.size > largestAttachment) throw new ApiError("PAYLOAD_TOO_LARGE", "The file is too large.");
  return { name: fileName(named ?? file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Without folders and without what could steer a terminal or a page. */
export function fileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const [, stem = "", extension = ""] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/s.exec(last) ?? [];
  return `${sanitiseName(stem.replaceAll("_", " "), 100, "file")}${extension}`;
}

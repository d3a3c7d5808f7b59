// A picture that a user names by its address, fetched by our servers: from hosts that may be called alone, each redirect
// looked at like the address itself, within limits of time and size, without cookies or credentials.
import { largestAttachment } from "#protocol/attachments.ts";
import { findHostProblem, type HostRule } from "../../network/host-rule.ts";
import { ApiError } from "../errors.ts";
import { fileName, type Upload } from "./read-upload.ts";

const mostRedirects = 3;
const longestMs = 15_000;

export async function fetchImage(address: string, rule: HostRule): Promise<Upload> {
  let url = URL.parse(address);
  const signal = AbortSignal.timeout(longestMs);
  for (let hops = 0; ; hops += 1) {
    const problem = findHostProblem(url, rule);
    if (problem !== null || !url)
      throw refused(hops === 0 ? problem : `The address leads on to another one. ${problem}`);
    const response = await ask(url, signal);
    const next = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      if (hops === mostRedirects) throw refused("The address leads on and on. Give the one of the picture itself.");
      url = URL.parse(next, url.href);
      continue;
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw refused(`The address answered ${response.status}.`);
    }
    return { name: nameOf(url), bytes: await readWithin(response, signal) };
  }
}

async function ask(url: URL, signal: AbortSignal): Promise<Response> {
  try {
    const headers = { accept: "image/png,image/jpeg,image/webp,image/gif", "user-agent": "NexusGen" };
    return await fetch(url, { redirect: "manual", headers, signal });
  } catch {
    throw refused(signal.aborted ? tooSlow : "The address does not answer.");
  }
}

/** Stops at the first byte too many, whatever the answer's head says. */
async function readWithin(response: Response, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true as const, value: undefined };
      if (done) break;
      size += value.length;
      if (size > largestAttachment) {
        await reader?.cancel();
        throw new ApiError("PAYLOAD_TOO_LARGE", "The picture is too large: at most 10 MB.");
      }
      chunks.push(value);
    }
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw refused(signal.aborted ? tooSlow : "The address broke off in the middle of its answer.");
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const tooSlow = `The address did not answer within ${longestMs / 1_000} seconds.`;
const refused = (message: string | null): ApiError =>
  new ApiError("VALIDATION_ERROR", message ?? "This is no address.");

function nameOf({ pathname, hostname }: URL): string {
  const last = pathname.split("/").at(-1) ?? "";
  try {
    return fileName(decodeURIComponent(last) || hostname);
  } catch {
    return fileName(last);
  }
}

import { RequestError } from "octokit";

/** GitHub says no, for a reason that people can act on; trying again does not help. */
export class PushRefusal extends Error {
  override name = "PushRefusal";
}

/** Somebody else has written to the branch; nothing was changed. */
export class BranchMoved extends Error {
  override name = "BranchMoved";
}

export function statusOf(error: unknown): number | null {
  return error instanceof RequestError ? error.status : null;
}

/** GitHub's answer in words; anything else stays as it is, and is tried again. */
export function explainRefusal(error: unknown): unknown {
  if (!(error instanceof RequestError)) return error;
  const { status, message } = error;
  if (status === 401) return new PushRefusal("GitHub does not accept the token. Connect GitHub again in Settings.");
  if (status === 403 || status === 429) {
    const limited = /rate limit/i.test(message);
    return new PushRefusal(
      limited
        ? "GitHub’s rate limit of this token is used up. Try again in an hour."
        : "The token may not do this. It needs read and write access to contents, pull requests and administration.",
    );
  }
  if (status === 404) return new PushRefusal("GitHub does not show this repository to the token’s owner.");
  return status >= 400 && status < 500 ? new PushRefusal(`GitHub refused: ${firstLine(message)}`) : error;
}

const firstLine = (text: string): string => text.split("\n")[0]?.slice(0, 300) ?? "";

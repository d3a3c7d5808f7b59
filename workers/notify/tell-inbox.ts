import type { InboxNews } from "#protocol/inbox-frames.ts";
import type { Env } from "../env.ts";

/** Tells the open pages of a person. Pages that do not hear it ask by themselves, only later: nothing fails for it. */
export async function tellInbox(env: Env, userId: string, of: InboxNews): Promise<void> {
  try {
    await env.INBOX.get(env.INBOX.idFromName(userId)).tell(of);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.warn(JSON.stringify({ level: "warn", message: "open pages were not told", userId, error: reason }));
  }
}

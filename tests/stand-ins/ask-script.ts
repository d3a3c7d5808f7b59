import type { Reply, Script, ScriptedCall } from "./script.ts";

/** A script's mistake becomes an answer that names it: a stand-in that went silent would only look like a slow provider. */
export async function askScript<Body>(script: Script<Body>, call: ScriptedCall<Body>, index: number): Promise<Reply> {
  try {
    return await script(call, index);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { type: "failure", kind: "script-error", message, retryAfterSeconds: null };
  }
}

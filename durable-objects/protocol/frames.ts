// What travels over a project's socket.
//
// Server → client: an envelope per frame; a client that asked for `batch` gets an array of envelopes where several
// are ready at once. Control frames carry `op` and no `type`.
// Client → server: `resume` first; until then nothing is sent.
import type { Envelope, EphemeralEnvelope } from "./envelope.ts";

export type ServerFrame = Envelope | EphemeralEnvelope | (Envelope | EphemeralEnvelope)[] | ControlFrame;

export type ControlFrame =
  /** Everything after `since` has been sent; live events follow. `seq` is the newest stored one. */
  | { op: "resumed"; seq: number }
  /** The log no longer reaches back to `since`: fetch the snapshot, then resume from its `seq`. */
  | { op: "gap"; oldest: number; seq: number }
  | { op: "pong" }
  | { op: "refused"; reason: RefusalReason; message: string };

export type RefusalReason = "bad-frame" | "not-allowed" | "unknown-generation" | "conflict" | "too-large" | "too-fast";

export type LoopCommand = "cancel" | "pause" | "resume" | "approve" | "reject";
export const loopCommands = [
  "cancel",
  "pause",
  "resume",
  "approve",
  "reject",
] as const satisfies readonly LoopCommand[];

export type ClientFrame =
  | { op: "resume"; since: number; batch?: boolean | undefined }
  | { op: "cmd"; command: LoopCommand; generationId: string; comment?: string | undefined }
  | { op: "ping" };

// What a client may say over a project's socket, and the answer.
import type { ControlFrame } from "#protocol/frames.ts";
import { parseClientFrame } from "#protocol/parse.ts";
import { sendFrames, type BroadcastSocket, type SocketAttachment } from "../channel/broadcaster.ts";
import type { EventLog } from "../channel/event-log.ts";
import type { RateBudget } from "./rate-budget.ts";
import type { ProjectRpc } from "./rpc.ts";

export interface SocketServices {
  log: EventLog;
  /** Frames, by user. */
  budget: RateBudget;
  command: ProjectRpc["command"];
}

type Refusal = Extract<ControlFrame, { op: "refused" }>;

const mostCharacters = 64_000;
const pageSize = 1_000;

/** Null when all went well; what the client needs to hear otherwise. */
export async function answerFrame(
  socket: BroadcastSocket,
  attachment: SocketAttachment,
  message: string | ArrayBuffer,
  services: SocketServices,
): Promise<Refusal | null> {
  if (!services.budget.take(attachment.userId, Date.now())) {
    return refuse("too-fast", "You are sending too many frames. Wait a second.");
  }
  if (typeof message !== "string") return refuse("bad-frame", "Frames are JSON text.");
  if (message.length > mostCharacters)
    return refuse("too-large", `A frame holds at most ${mostCharacters} characters.`);
  const frame = parseClientFrame(message);
  if (!frame) return refuse("bad-frame", "This is not a frame of the protocol.");
  switch (frame.op) {
    case "ping":
      sendFrames(socket, ['{"op":"pong"}']);
      return null;
    case "resume":
      replay(socket, attachment, frame.since, frame.batch ?? false, services.log);
      return null;
    case "cmd": {
      if (!attachment.canWrite) return refuse("not-allowed", "Your role in this project only allows reading.");
      const { generationId, command, comment = null } = frame;
      const outcome = await services.command({
        generationId,
        command,
        comment,
        prd: null,
        actorId: attachment.userId,
      });
      if (outcome.ok) return null;
      return refuse(outcome.code === "NOT_FOUND_ERROR" ? "unknown-generation" : "conflict", outcome.message);
    }
    default:
      return frame satisfies never;
  }
}

/** Runs without a pause: what is appended meanwhile comes after it, through the broadcaster. */
function replay(
  socket: BroadcastSocket,
  attachment: SocketAttachment,
  since: number,
  batch: boolean,
  log: EventLog,
): void {
  const seq = log.newest;
  if (log.hasGapAfter(since)) {
    sendFrames(socket, [control({ op: "gap", oldest: log.oldest, seq })]);
    return;
  }
  for (let after = since; after < seq;) {
    const page = log.since(after, pageSize);
    const last = page.at(-1);
    if (!last) break;
    after = last.seq;
    const json = page.map((event) => event.json);
    sendFrames(socket, batch && json.length > 1 ? [`[${json.join(",")}]`] : json);
  }
  sendFrames(socket, [control({ op: "resumed", seq })]);
  socket.serializeAttachment({ ...attachment, resumed: { batch, seq } } satisfies SocketAttachment);
}

function control(frame: ControlFrame): string {
  return JSON.stringify(frame);
}

function refuse(reason: Refusal["reason"], message: string): Refusal {
  return { op: "refused", reason, message };
}

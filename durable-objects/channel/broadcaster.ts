// Fan-out with adaptive coalescing: at once when idle, every 16 ms when busy (measured: at 10,000 deliveries a second
// coalescing cuts the p99 from seconds to about 130 ms, while at once is better for a few sockets).
// Sockets that asked for `batch` get one JSON array a flush, the others a frame an event.

/** What the broadcaster needs of a hibernating socket. */
export interface BroadcastSocket {
  send(frame: string): void;
  deserializeAttachment(): unknown;
  serializeAttachment(attachment: unknown): void;
}

/** Kept with the socket, so that it survives hibernation. */
export interface SocketAttachment {
  userId: string;
  canWrite: boolean;
  /**
   * null until the client has said `resume`; nothing is sent before. `seq` is the newest event its replay held:
   * what is still queued up to it must not be sent twice.
   */
  resumed: { batch: boolean; seq: number } | null;
}

const windowMs = 16;

interface Queued {
  /** null for what is not stored. */
  seq: number | null;
  json: string;
}

export class Broadcaster {
  readonly #sockets: () => BroadcastSocket[];
  #queue: Queued[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #lastFlush = 0;

  constructor(sockets: () => BroadcastSocket[]) {
    this.#sockets = sockets;
  }

  /** `json` is one serialised envelope. */
  publish(seq: number | null, json: string): void {
    this.#queue.push({ seq, json });
    if (this.#timer !== null) return;
    const wait = this.#lastFlush + windowMs - Date.now();
    if (wait <= 0) this.flush();
    else this.#timer = setTimeout(() => this.flush(), wait);
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#lastFlush = Date.now();
    const queue = this.#queue;
    if (queue.length === 0) return;
    this.#queue = [];
    const all = frames(queue);
    for (const socket of this.#sockets()) {
      const { resumed } = socket.deserializeAttachment() as SocketAttachment;
      if (resumed === null) continue;
      const overlaps = queue.some((event) => event.seq !== null && event.seq <= resumed.seq);
      const mine = overlaps ? frames(queue.filter((event) => event.seq === null || event.seq > resumed.seq)) : all;
      sendFrames(socket, resumed.batch ? mine.batched : mine.single);
    }
  }
}

function frames(queue: Queued[]): { single: string[]; batched: string[] } {
  const single = queue.map((event) => event.json);
  return { single, batched: single.length > 1 ? [`[${single.join(",")}]`] : single };
}

/** A socket that just broke is not an error: its close event follows, and its client replays. */
export function sendFrames(socket: BroadcastSocket, frames: string[]): void {
  try {
    for (const frame of frames) socket.send(frame);
  } catch {
    return;
  }
}

// One's own socket: says that there is news, and comes back when it drops. What was missed meanwhile is asked for at once.
import type { InboxFrame, InboxNews } from "#protocol/inbox-frames.ts";

const pingMs = 25_000;
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

export interface InboxPorts {
  ticket(): Promise<{ url: string }>;
  openSocket(url: string): WebSocket;
  /** Also once after each connection, since news may have come before it. */
  onNews(of: InboxNews): void;
  onLive(isLive: boolean): void;
}

export interface InboxChannel {
  start(): void;
  stop(): void;
  /** Does not wait for the next attempt, as when the network is back. */
  retryNow(): void;
}

export function createInboxChannel(ports: InboxPorts): InboxChannel {
  let socket: WebSocket | null = null;
  let isStopped = true;
  let failures = 0;
  /** Rises with each attempt, so that what an older one brings is dropped. */
  let epoch = 0;
  /** A ping was sent and nothing has come since. */
  let isWaiting = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let pingTimer: ReturnType<typeof setInterval> | undefined;

  async function connect(): Promise<void> {
    const mine = ++epoch;
    try {
      const { url } = await ports.ticket();
      if (mine === epoch && !isStopped) open(url, mine);
    } catch {
      if (mine === epoch && !isStopped) tryLater();
    }
  }

  function open(url: string, mine: number): void {
    const opened = ports.openSocket(url);
    socket = opened;
    opened.addEventListener("open", () => {
      if (mine !== epoch) return;
      failures = 0;
      isWaiting = false;
      pingTimer = setInterval(ping, pingMs);
      ports.onLive(true);
      ports.onNews("notifications");
    });
    opened.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (mine !== epoch || typeof data !== "string") return;
      isWaiting = false;
      const frame = parseFrame(data);
      if (frame?.op === "news") ports.onNews(frame.of);
    });
    opened.addEventListener("close", () => {
      if (mine !== epoch || isStopped) return;
      disconnect();
      tryLater();
    });
  }

  /** Counts answers and not time: in the background a browser runs timers when it likes. */
  function ping(): void {
    if (isWaiting) return retryNow();
    if (socket?.readyState !== 1) return;
    isWaiting = true;
    socket.send('{"op":"ping"}');
  }

  function disconnect(): void {
    epoch += 1;
    clearInterval(pingTimer);
    clearTimeout(retryTimer);
    socket?.close();
    socket = null;
    ports.onLive(false);
  }

  function tryLater(): void {
    const ceiling = Math.min(longestWaitMs, firstWaitMs * 2 ** failures);
    failures += 1;
    // Spread out: a restart of the platform cuts everyone's at the same moment.
    retryTimer = setTimeout(() => void connect(), ceiling / 2 + (Math.random() * ceiling) / 2);
  }

  function retryNow(): void {
    if (isStopped) return;
    disconnect();
    void connect();
  }

  return {
    retryNow,
    start() {
      isStopped = false;
      void connect();
    },
    stop() {
      isStopped = true;
      disconnect();
    },
  };
}

function parseFrame(data: string): InboxFrame | null {
  try {
    const frame: unknown = JSON.parse(data);
    return typeof frame === "object" && frame !== null ? (frame as InboxFrame) : null;
  } catch {
    return null;
  }
}

// One project's live connection: snapshot, ticket, socket, resume. Owns timers and the socket; what it learns goes
// through the pure reducer into a zustand store.
//
// History: state comes from the snapshot at once; conversation and console come from the socket itself, resumed from
// the start of the log (or the last `historyWindow` events of a very long one). One transport, one cursor, so there is
// nothing to merge; after a drop it resumes from the same cursor.
import { type StoreApi, createStore } from "zustand/vanilla";
import type { Envelope, EphemeralEnvelope } from "#protocol/envelope.ts";
import type { ClientFrame, ServerFrame } from "#protocol/frames.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import type { ProjectSnapshot } from "#protocol/project-snapshot.ts";
import { ApiError } from "../lib/api-error.ts";
import { foldDeltas, type LiveAnswers, nothingLive } from "./live-answers.ts";
import { projectReducer, resumePoint } from "./project-reducer.ts";
import { type ProjectView, emptyView } from "./project-view.ts";

/** Events; about twenty generations. */
const historyWindow = 20_000;
/** ms between folds: several frames become one render. */
const foldInterval = 16;
const pingInterval = 25_000;
/** No frame for this long after a ping: the connection is dead though the socket has not noticed. */
const silenceLimit = 60_000;
const longestWait = 15_000;

export type Connection = "connecting" | "live" | "reconnecting" | "offline" | "closed";

export interface ChannelState {
  view: ProjectView;
  connection: Connection;
  /** The snapshot has arrived, or a live event has. */
  ready: boolean;
  /** What agents are writing right now. */
  live: LiveAnswers;
  /** History has caught up with the log's end at least once. */
  caughtUp: boolean;
  /** Why the last attempt failed, for the banner. */
  problem: unknown;
  /** ms since 1970 of the next attempt. */
  retryAt: number | null;
}

export interface ProjectChannel {
  store: StoreApi<ChannelState>;
  start(): void;
  stop(): void;
  retryNow(): void;
  adopt(generation: GenerationView): void;
}

export interface ChannelPorts {
  snapshot(): Promise<ProjectSnapshot>;
  ticket(): Promise<{ url: string }>;
  openSocket(url: string): WebSocket;
  online(): boolean;
}

export function createProjectChannel(ports: ChannelPorts): ProjectChannel {
  const store = createStore<ChannelState>(() => ({
    view: emptyView,
    connection: "connecting",
    ready: false,
    live: nothingLive,
    caughtUp: false,
    problem: null,
    retryAt: null,
  }));
  let socket: WebSocket | null = null;
  let stopped = true;
  let attempt = 0;
  /** Rises with each connection, so that answers meant for an older one are dropped. */
  let epoch = 0;
  let lastFrameAt = 0;
  let queue: (Envelope | EphemeralEnvelope)[] = [];
  /** Where the last hole was: the same one twice is in the log itself, and asking again would never end. */
  let lastGapAt = -1;
  let foldTimer: ReturnType<typeof setTimeout> | null = null;
  let retryTimer: ReturnType<typeof setTimeout> | null = null;
  let pingTimer: ReturnType<typeof setInterval> | null = null;

  async function connect(): Promise<void> {
    const mine = ++epoch;
    clearRetry();
    store.setState((state) => ({
      connection: state.ready && attempt > 0 ? "reconnecting" : state.connection,
      retryAt: null,
    }));
    try {
      if (!store.getState().ready || store.getState().view.gap) await loadSnapshot(mine);
      const { url } = await ports.ticket();
      if (mine !== epoch || stopped) return;
      openSocket(url, mine);
    } catch (problem) {
      if (mine !== epoch || stopped) return;
      store.setState({ problem });
      // Gone or not allowed: trying again changes nothing.
      if (problem instanceof ApiError && [401, 403, 404].includes(problem.status))
        store.setState({ connection: "closed" });
      else scheduleRetry();
    }
  }

  async function loadSnapshot(mine: number, oldest = 1): Promise<void> {
    const snapshot = await ports.snapshot();
    if (mine !== epoch || stopped) return;
    const historyStart = Math.min(snapshot.seq, Math.max(oldest - 1, snapshot.seq - historyWindow, 0));
    store.setState((state) => ({
      view: projectReducer(state.view, { kind: "snapshot", snapshot, historyStart }),
      ready: true,
    }));
  }

  function openSocket(url: string, mine: number): void {
    const opened = ports.openSocket(url);
    socket = opened;
    opened.addEventListener("open", () => {
      if (mine !== epoch) return;
      lastFrameAt = Date.now();
      resume();
      pingTimer = setInterval(ping, pingInterval);
    });
    opened.addEventListener("message", (message: MessageEvent<unknown>) => {
      if (mine === epoch && typeof message.data === "string") receive(message.data, mine);
    });
    opened.addEventListener("close", () => {
      if (mine === epoch && !stopped) dropped();
    });
  }

  function receive(data: string, mine: number): void {
    lastFrameAt = Date.now();
    const frame = parseFrame(data);
    if (frame === null) return;
    if (!("op" in frame)) {
      queue.push(...(Array.isArray(frame) ? frame : [frame]));
      foldTimer ??= setTimeout(fold, foldInterval);
      return;
    }
    switch (frame.op) {
      case "resumed":
        fold();
        attempt = 0;
        store.setState({ connection: "live", caughtUp: true, problem: null });
        return;
      case "gap":
        queue = [];
        recover(mine, frame.oldest);
        return;
      case "pong":
        return;
      case "refused":
        store.setState({ problem: new Error(frame.message) });
        return;
      default:
        frame satisfies never;
    }
  }

  function fold(): void {
    if (foldTimer !== null) clearTimeout(foldTimer);
    foldTimer = null;
    if (queue.length === 0) return;
    const frames = queue;
    queue = [];
    const events = frames.filter((frame) => "seq" in frame);
    store.setState((state) => ({
      live: foldDeltas(state.live, frames),
      ...(events.length > 0 && { view: projectReducer(state.view, { kind: "events", events }) }),
    }));
    const { view } = store.getState();
    if (!view.gap) return;
    recover(epoch, view.historySeq === lastGapAt ? Number.MAX_SAFE_INTEGER : 1);
    lastGapAt = view.historySeq;
  }

  /** A new snapshot, then on with the same socket. */
  function recover(mine: number, oldest: number): void {
    loadSnapshot(mine, oldest).then(
      () => mine === epoch && resume(),
      (problem: unknown) => {
        if (mine !== epoch) return;
        store.setState({ problem });
        socket?.close();
      },
    );
  }

  function resume(): void {
    send({ op: "resume", since: resumePoint(store.getState().view), batch: true });
  }

  function ping(): void {
    if (Date.now() - lastFrameAt > silenceLimit) dropped();
    else send({ op: "ping" });
  }

  function send(frame: ClientFrame): void {
    if (socket?.readyState === 1) socket.send(JSON.stringify(frame));
  }

  function dropped(): void {
    fold();
    disconnect();
    scheduleRetry();
  }

  function disconnect(): void {
    epoch += 1;
    store.setState({ live: nothingLive });
    if (pingTimer !== null) clearInterval(pingTimer);
    pingTimer = null;
    socket?.close();
    socket = null;
  }

  function scheduleRetry(): void {
    attempt += 1;
    clearRetry();
    if (!ports.online()) {
      store.setState({ connection: "offline", retryAt: null });
      return;
    }
    const ceiling = Math.min(longestWait, 300 * 2 ** (attempt - 1));
    const wait = ceiling / 2 + (Math.random() * ceiling) / 2;
    store.setState((state) => ({
      connection: state.ready ? "reconnecting" : "connecting",
      retryAt: Date.now() + wait,
    }));
    retryTimer = setTimeout(() => void connect(), wait);
  }

  function clearRetry(): void {
    if (retryTimer !== null) clearTimeout(retryTimer);
    retryTimer = null;
  }

  function retryNow(): void {
    if (stopped || store.getState().connection === "live") return;
    disconnect();
    void connect();
  }

  function wentOffline(): void {
    disconnect();
    clearRetry();
    attempt = Math.max(attempt, 1);
    store.setState({ connection: "offline", retryAt: null });
  }

  return {
    store,
    retryNow,
    start() {
      stopped = false;
      if (typeof addEventListener === "function") {
        addEventListener("online", retryNow);
        addEventListener("offline", wentOffline);
      }
      void connect();
    },
    stop() {
      stopped = true;
      if (typeof removeEventListener === "function") {
        removeEventListener("online", retryNow);
        removeEventListener("offline", wentOffline);
      }
      if (foldTimer !== null) clearTimeout(foldTimer);
      foldTimer = null;
      clearRetry();
      disconnect();
    },
    adopt(generation) {
      if (store.getState().connection === "live") return;
      store.setState((state) => ({ view: projectReducer(state.view, { kind: "generation", generation }) }));
    },
  };
}

function parseFrame(data: string): ServerFrame | null {
  try {
    const frame: unknown = JSON.parse(data);
    return typeof frame === "object" && frame !== null ? (frame as ServerFrame) : null;
  } catch {
    return null;
  }
}

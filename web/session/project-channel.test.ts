import { expect, it } from "vitest";
import type { Envelope } from "#protocol/envelope.ts";
import { itemsFrom } from "./kept-list.ts";
import { type ChannelState, type ProjectChannel, createProjectChannel } from "./project-channel.ts";
import { eventually } from "../../tests/eventually.ts";

/** A log that answers `resume` as the project's object does, on sockets that can be cut. */
function project() {
  const log: Envelope[] = [];
  const sockets: FakeSocket[] = [];
  const resumes: number[] = [];
  let oldest = 1;

  class FakeSocket extends EventTarget {
    readyState = 1;
    live = false;
    constructor() {
      super();
      sockets.push(this);
      queueMicrotask(() => this.dispatchEvent(new Event("open")));
    }
    send(data: string): void {
      const frame = JSON.parse(data) as { op: string; since: number };
      if (frame.op !== "resume") return;
      resumes.push(frame.since);
      if (frame.since < oldest - 1) return this.deliver({ op: "gap", oldest, seq: log.length });
      this.live = true;
      this.deliver(log.filter(({ seq }) => seq > frame.since));
      this.deliver({ op: "resumed", seq: log.length });
    }
    deliver(frame: unknown): void {
      this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(frame) }));
    }
    close(): void {
      if (this.readyState === 3) return;
      this.readyState = 3;
      this.dispatchEvent(new Event("close"));
    }
  }

  return {
    sockets,
    resumes,
    trim: (to: number) => void (oldest = to),
    append(count: number, deliver = true): void {
      for (let index = 0; index < count; index += 1) {
        const seq = log.length + 1;
        const data = { generationId: null, source: "build", level: "info", text: `line ${seq}` } as const;
        const event: Envelope = {
          v: 1,
          seq,
          id: `evt_${seq}`,
          ts: "2026-11-21T10:00:00.000Z",
          type: "log.appended",
          actor: { kind: "system", id: "loop" },
          data,
        };
        log.push(event);
        if (deliver) for (const socket of sockets) if (socket.live && socket.readyState === 1) socket.deliver(event);
      }
    },
    open(): ProjectChannel {
      return createProjectChannel({
        snapshot: () =>
          Promise.resolve({
            seq: log.length,
            generation: null,
            prd: null,
            steps: [],
            versionId: null,
            previewUrl: null,
          }),
        ticket: () => Promise.resolve({ url: "ws://project" }),
        openSocket: () => new FakeSocket() as unknown as WebSocket,
        online: () => true,
      });
    },
  };
}

const until = (channel: ProjectChannel, check: (state: ChannelState) => boolean): Promise<void> =>
  eventually(() => expect(check(channel.store.getState())).toBe(true));
const lines = (channel: ProjectChannel): string[] =>
  [...itemsFrom(channel.store.getState().view.console)].map(({ text }) => text);
const wanted = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}`);

it("brings a fresh client the whole log and then what happens", async () => {
  const server = project();
  server.append(5);
  const channel = server.open();
  channel.start();
  await until(channel, (state) => state.connection === "live");
  server.append(3);
  await until(channel, ({ view }) => view.seq === 8);
  expect(lines(channel)).toEqual(wanted(1, 8));
  channel.stop();
});

it("loses and doubles nothing when the socket drops in the middle", async () => {
  const server = project();
  server.append(4);
  const channel = server.open();
  channel.start();
  await until(channel, (state) => state.connection === "live");
  server.append(2);
  server.sockets[0]?.close();
  expect(channel.store.getState().connection).toBe("reconnecting");
  server.append(10);
  await until(channel, ({ view, connection }) => connection === "live" && view.seq === 16);
  expect(lines(channel)).toEqual(wanted(1, 16));
  expect(server.resumes).toEqual([0, 6]);
  channel.stop();
});

it("asks again from its last event when the server skipped one", async () => {
  const server = project();
  const channel = server.open();
  channel.start();
  await until(channel, (state) => state.connection === "live");
  server.append(1, false);
  server.append(1);
  await until(channel, ({ view }) => view.seq === 2 && view.historySeq === 2);
  expect(lines(channel)).toEqual(wanted(1, 2));
  channel.stop();
});

it("takes a new snapshot and the rest of the log when the log was trimmed", async () => {
  const server = project();
  server.append(20);
  server.trim(15);
  const channel = server.open();
  channel.start();
  await until(channel, (state) => state.connection === "live" && state.view.historySeq === 20);
  expect(lines(channel)).toEqual(wanted(15, 20));
  expect(channel.store.getState().view.historyStart).toBe(14);
  channel.stop();
});

it("shows what an agent writes while it writes it, and forgets it with the connection", async () => {
  const server = project();
  const channel = server.open();
  channel.start();
  await until(channel, (state) => state.connection === "live");
  const delta = (text: string) => ({
    v: 1,
    ts: "2026-11-21T10:00:00.000Z",
    type: "message.delta",
    actor: { kind: "agent", id: "coder" },
    data: { generationId: "gen_1", conversationId: "cnv_1", agent: "coder", kind: "text", text },
  });
  server.sockets[0]?.deliver(delta("I read "));
  server.sockets[0]?.deliver([delta("the "), delta("map.")]);
  await until(channel, ({ live }) => live["cnv_1"]?.text === "I read the map.");
  expect(channel.store.getState().view.seq).toBe(0);
  server.sockets[0]?.close();
  expect(channel.store.getState().live).toEqual({});
  channel.stop();
});

it("does nothing more after it was stopped", async () => {
  const server = project();
  const channel = server.open();
  channel.start();
  await until(channel, (state) => state.connection === "live");
  channel.stop();
  expect(server.sockets).toHaveLength(1);
  expect(server.sockets[0]?.readyState).toBe(3);
});

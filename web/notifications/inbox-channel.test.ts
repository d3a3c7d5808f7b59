import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createInboxChannel, type InboxChannel } from "./inbox-channel.ts";

class FakeSocket extends EventTarget {
  readyState = 0;
  readonly sent: string[] = [];
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }
  say(data: string): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
  send(data: string): void {
    this.sent.push(data);
  }
  close(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(new Event("close"));
  }
}

let sockets: FakeSocket[];
let news: string[];
let live: boolean[];
let tickets: number;
let isRefused: boolean;
let channel: InboxChannel;

beforeEach(() => {
  vi.useFakeTimers();
  [sockets, news, live, tickets, isRefused] = [[], [], [], 0, false];
  channel = createInboxChannel({
    ticket: async () => {
      tickets += 1;
      if (isRefused) throw new Error("refused");
      return { url: `ws://inbox/${tickets}` };
    },
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    onNews: (of) => void news.push(of),
    onLive: (isLive) => void live.push(isLive),
  });
});
afterEach(() => {
  channel.stop();
  vi.useRealTimers();
});

async function connected(): Promise<FakeSocket> {
  channel.start();
  await vi.advanceTimersByTimeAsync(0);
  const socket = sockets.at(-1);
  if (!socket) throw new Error("No socket was opened.");
  socket.open();
  return socket;
}

describe("the inbox", () => {
  it("asks once when it is connected, and again for all news; what it cannot read it ignores", async () => {
    const socket = await connected();
    expect(news).toEqual(["notifications"]);
    socket.say('{"op":"news","of":"notifications"}');
    socket.say('{"op":"pong"}');
    socket.say("not JSON");
    expect(news).toEqual(["notifications", "notifications"]);
    expect(live).toEqual([true]);
  });

  it("comes back with a new ticket after a drop, and asks for what it missed", async () => {
    (await connected()).close();
    expect(live.at(-1)).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tickets).toBe(2);
    sockets.at(-1)?.open();
    expect(live.at(-1)).toBe(true);
    expect(news).toHaveLength(2);
  });

  it("asks ever more seldom while it is refused, at least once a minute, and at once when told to", async () => {
    isRefused = true;
    channel.start();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    const inTenMinutes = tickets;
    expect(inTenMinutes).toBeGreaterThanOrEqual(10 + 5);
    expect(inTenMinutes).toBeLessThanOrEqual(2 * 10 + 8);
    isRefused = false;
    channel.retryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(sockets).toHaveLength(1);
  });

  it("keeps a connection that answers, and leaves one that does not", async () => {
    const socket = await connected();
    await vi.advanceTimersByTimeAsync(25_000);
    socket.say('{"op":"pong"}');
    await vi.advanceTimersByTimeAsync(25_000);
    expect(socket.sent).toEqual(['{"op":"ping"}', '{"op":"ping"}']);
    expect(sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(socket.readyState).toBe(3);
    expect(sockets).toHaveLength(2);
  });

  it("stays away once it is stopped", async () => {
    const socket = await connected();
    channel.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(socket.readyState).toBe(3);
    expect(tickets).toBe(1);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Broadcaster, type BroadcastSocket, type SocketAttachment } from "./broadcaster.ts";

class FakeSocket implements BroadcastSocket {
  sent: string[] = [];
  attachment: SocketAttachment;
  constructor(resumed: SocketAttachment["resumed"]) {
    this.attachment = { userId: "usr_1", canWrite: true, resumed };
  }
  send(frame: string): void {
    this.sent.push(frame);
  }
  deserializeAttachment(): unknown {
    return this.attachment;
  }
  serializeAttachment(attachment: unknown): void {
    this.attachment = attachment as SocketAttachment;
  }
}

const event = (seq: number) => JSON.stringify({ seq });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("Broadcaster", () => {
  it("sends at once when idle", () => {
    const socket = new FakeSocket({ batch: false, seq: 0 });
    new Broadcaster(() => [socket]).publish(1, event(1));
    expect(socket.sent).toEqual([event(1)]);
  });

  it("collects what follows within 16 ms, as one array for sockets that asked and frame by frame for the others", () => {
    const batching = new FakeSocket({ batch: true, seq: 0 });
    const plain = new FakeSocket({ batch: false, seq: 0 });
    const broadcaster = new Broadcaster(() => [batching, plain]);
    for (const seq of [1, 2, 3]) broadcaster.publish(seq, event(seq));
    expect(batching.sent).toEqual([event(1)]);
    vi.advanceTimersByTime(16);
    expect(batching.sent).toEqual([event(1), `[${event(2)},${event(3)}]`]);
    expect(plain.sent).toEqual([event(1), event(2), event(3)]);
  });

  it("sends nothing to a socket that has not said resume", () => {
    const socket = new FakeSocket(null);
    new Broadcaster(() => [socket]).publish(1, event(1));
    expect(socket.sent).toEqual([]);
  });

  it("does not send again what a replay already held", () => {
    const early = new FakeSocket({ batch: true, seq: 0 });
    const sockets = [early];
    const broadcaster = new Broadcaster(() => sockets);
    for (const seq of [1, 2, 3]) broadcaster.publish(seq, event(seq));
    const late = new FakeSocket({ batch: true, seq: 2 });
    sockets.push(late);
    vi.advanceTimersByTime(16);
    expect(late.sent).toEqual([event(3)]);
    expect(early.sent).toEqual([event(1), `[${event(2)},${event(3)}]`]);
  });

  it("goes on with the others when one socket is broken", () => {
    const broken = new FakeSocket({ batch: false, seq: 0 });
    broken.send = () => {
      throw new Error("closed");
    };
    const healthy = new FakeSocket({ batch: false, seq: 0 });
    new Broadcaster(() => [broken, healthy]).publish(1, event(1));
    expect(healthy.sent).toEqual([event(1)]);
  });
});

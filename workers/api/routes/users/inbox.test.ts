import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#db/ids.ts";
import { eventually } from "../../../../tests/eventually.ts";
import { tellInbox } from "../../../notify/tell-inbox.ts";
import type { SocketTicket } from "../../schemas/projects.ts";
import { call, env, origin, read, readError, signUp, type SignedUp } from "../../test-client.ts";

let ada: SignedUp;
let bob: SignedUp;
beforeAll(async () => {
  [ada, bob] = [await signUp(), await signUp()];
});

const ticketOf = async ({ accessToken }: SignedUp) =>
  read<SocketTicket>(await call("/api/v1/users/me/socket-tickets", { method: "POST", token: accessToken }), 201);

const upgrade = (url: string, headers: Record<string, string> = {}) => {
  const { pathname, search } = new URL(url);
  return call(pathname + search, { headers: { upgrade: "websocket", ...headers } });
};

async function openInbox(person: SignedUp): Promise<{ frames: unknown[]; socket: WebSocket }> {
  const { webSocket: socket } = await upgrade((await ticketOf(person)).url);
  if (!socket) throw new Error("No socket was opened.");
  const frames: unknown[] = [];
  socket.addEventListener("message", ({ data }) => void frames.push(JSON.parse(String(data))));
  socket.accept();
  return { frames, socket };
}

const news = { op: "news", of: "notifications" };

describe("a person's socket", () => {
  it("tells every page of theirs that there is news, and nobody else's", async () => {
    const pages = [await openInbox(ada), await openInbox(ada)];
    const other = await openInbox(bob);
    await tellInbox(env, ada.user.id, "notifications");
    for (const { frames } of pages) await eventually(() => expect(frames).toEqual([news]));
    await tellInbox(env, bob.user.id, "notifications");
    await eventually(() => expect(other.frames).toEqual([news]));
    for (const { socket } of [...pages, other]) socket.close();
  });

  it("hears that something was read elsewhere, and answers pings", async () => {
    const { frames, socket } = await openInbox(ada);
    const body = { ids: ["ntf_that_is_not_there"] };
    await read(await call("/api/v1/notifications/read", { method: "POST", token: ada.accessToken, body }), 204);
    await eventually(() => expect(frames).toEqual([news]));
    socket.send('{"op":"ping"}');
    await eventually(() => expect(frames).toEqual([news, { op: "pong" }]));
    socket.close();
  });

  it("opens once with a ticket, and not with that of another person", async () => {
    const { url, ticket } = await ticketOf(ada);
    expect(url).toBe(`ws://localhost:8787/api/v1/users/${ada.user.id}/socket?ticket=${ticket}`);
    const stolen = url.replace(ada.user.id, bob.user.id);
    for (const address of [stolen, `${origin}/api/v1/users/${newId("user")}/socket?ticket=${ticket}`]) {
      expect(await readError(await upgrade(address), 401)).toMatchObject({ code: "AUTHENTICATION_ERROR" });
    }
    expect((await upgrade(url, { origin: "https://evil.example" })).status).toBe(403);
    const opened = await upgrade(url);
    expect(opened.status).toBe(101);
    opened.webSocket?.accept();
    opened.webSocket?.close();
    expect((await upgrade(url)).status).toBe(401);
  });

  it("closes the oldest page when too many are open", async () => {
    const person = await signUp();
    const first = await openInbox(person);
    let closedWith = 0;
    first.socket.addEventListener("close", ({ code }) => void (closedWith = code));
    const others = [];
    for (let count = 0; count < 20; count += 1) others.push(await openInbox(person));
    await eventually(() => expect(closedWith).toBe(4008));
    for (const { socket } of others) socket.close();
  });
});

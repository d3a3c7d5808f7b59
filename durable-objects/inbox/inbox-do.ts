// The open pages of one person, named by their id: each holds a socket, and hears that there is news for them. Nothing is
// kept but tickets: a page that was away asks for everything when it comes back.
import { DurableObject } from "cloudflare:workers";
import type { InboxFrame, InboxNews } from "#protocol/inbox-frames.ts";
import type { Env } from "../../workers/env.ts";
import { sendFrames } from "../channel/broadcaster.ts";
import { issueTicket, redeemTicket, type TicketStore } from "../channel/tickets.ts";

const prefix = "ticket/";
/** Pages of one person; the oldest gives way, since a browser keeps some that nobody looks at. */
const mostSockets = 20;

interface Holder {
  userId: string;
}

export class InboxDO extends DurableObject<Env> {
  readonly #tickets: TicketStore<Holder>;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('{"op":"ping"}', '{"op":"pong"}'));
    this.#tickets = ticketsIn(ctx.storage.kv);
  }

  async createSocketTicket(holder: Holder): Promise<{ ticket: string }> {
    return { ticket: await issueTicket(this.#tickets, holder) };
  }

  async tell(of: InboxNews): Promise<void> {
    const frame = JSON.stringify({ op: "news", of } satisfies InboxFrame);
    for (const socket of this.ctx.getWebSockets()) sendFrames(socket, [frame]);
  }

  override async fetch(request: Request): Promise<Response> {
    const holder = await redeemTicket(this.#tickets, new URL(request.url).searchParams.get("ticket") ?? "");
    if (!holder) return new Response("This ticket was used or has expired. Ask for a new one.", { status: 401 });
    const open = this.ctx.getWebSockets().toSorted((a, b) => openedAt(a) - openedAt(b));
    if (open.length >= mostSockets) open[0]?.close(4008, "Too many pages are open.");
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    const newest = open.at(-1);
    server.serializeAttachment({ openedAt: newest ? Math.max(Date.now(), openedAt(newest) + 1) : Date.now() });
    return new Response(null, { status: 101, webSocket: client });
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    // 1005 and 1006 say that no code arrived; they cannot be sent.
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
  }
}

const openedAt = (socket: WebSocket): number => (socket.deserializeAttachment() as { openedAt: number }).openedAt;

function ticketsIn(kv: SyncKvStorage): TicketStore<Holder> {
  return {
    addTicket(hash, ticket) {
      for (const [key, { expiresAt }] of kv.list<{ expiresAt: number }>({ prefix }))
        if (expiresAt < Date.now()) kv.delete(key);
      kv.put(prefix + hash, ticket);
    },
    takeTicket(hash) {
      const ticket = kv.get<Holder & { expiresAt: number }>(prefix + hash);
      kv.delete(prefix + hash);
      return ticket === undefined || ticket.expiresAt < Date.now() ? null : { userId: ticket.userId };
    },
  };
}

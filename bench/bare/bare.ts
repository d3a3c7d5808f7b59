// See wrangler.toml beside this file.
import { DurableObject } from "cloudflare:workers";
import { Hono } from "hono";

interface Env {
  DB: D1Database;
  CHANNEL: DurableObjectNamespace<BareChannel>;
}

const app = new Hono<{ Bindings: Env }>();

app.get("/plain", (context) => context.json({ status: "ok" }));

app.get("/d1/:id", async (context) => {
  const row = await context.env.DB.prepare("SELECT * FROM items WHERE id = ?").bind(context.req.param("id")).first();
  return context.json(row);
});

app.get("/d1", async (context) => {
  const { results } = await context.env.DB.prepare("SELECT * FROM items ORDER BY id DESC LIMIT 20").all();
  return context.json({ items: results });
});

// Rows as wide as a project of the API, so that the list differs from ours only in what ours does besides.
const columns = Array.from({ length: 16 }, (_unused, index) => `column_${index}`);

app.post("/d1", async (context) => {
  const { DB } = context.env;
  await DB.prepare(
    `CREATE TABLE IF NOT EXISTS items (id TEXT PRIMARY KEY, ${columns.map((name) => `${name} TEXT`)})`,
  ).run();
  const insert = DB.prepare(`INSERT OR REPLACE INTO items VALUES (?, ${columns.map(() => "?")})`);
  const rows = Array.from({ length: 20 }, (_unused, index) =>
    insert.bind(`item-${index}`, ...columns.map((name) => `${name} of ${index} ${"x".repeat(12)}`)),
  );
  await DB.batch(rows);
  return context.body(null, 204);
});

app.all("/channel/*", (context) =>
  context.env.CHANNEL.get(context.env.CHANNEL.idFromName("one")).fetch(context.req.raw),
);

export default app;

export class BareChannel extends DurableObject<Env> {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, json TEXT NOT NULL)");
  }

  override async fetch(request: Request): Promise<Response> {
    if (request.headers.get("upgrade") === "websocket") {
      const { 0: client, 1: server } = new WebSocketPair();
      this.ctx.acceptWebSocket(server);
      return new Response(null, { status: 101, webSocket: client });
    }
    const json = await request.text();
    this.ctx.storage.sql.exec("INSERT INTO events (json) VALUES (?)", json);
    for (const socket of this.ctx.getWebSockets()) socket.send(json);
    return new Response(null, { status: 204 });
  }
}

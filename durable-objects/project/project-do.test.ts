import { env } from "cloudflare:workers";
import { abortAllDurableObjects, evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "#db/client.ts";
import { generations, jobs, projects, users, workspaces } from "#db/schema/index.ts";
import { eq } from "drizzle-orm";
import type { Prd } from "#engine/prd/schema.ts";
import type { Envelope } from "#protocol/envelope.ts";
import type { ControlFrame } from "#protocol/frames.ts";
import type { LoopState } from "#protocol/loop-state.ts";
import type { Env } from "../../workers/env.ts";
import type { Outcome, StartGeneration } from "./rpc.ts";
import { eventually } from "../../tests/eventually.ts";

const bindings = env as unknown as Env;
const db = openDatabase(bindings.DB);

let projectId: string;
let count = 0;

beforeEach(async () => {
  count += 1;
  projectId = `prj_${count}_${crypto.randomUUID()}`;
  const user = `usr_${projectId}`;
  const workspace = `wsp_${projectId}`;
  await db.insert(users).values({ id: user, email: `${user}@example.com`, name: "Ada" });
  await db
    .insert(workspaces)
    .values({ id: workspace, name: "Ada", slug: workspace, kind: "personal", createdBy: user });
  await db.insert(projects).values({
    id: projectId,
    workspaceId: workspace,
    name: "Books",
    slug: "books",
    hostLabel: projectId,
    createdBy: user,
  });
});

const stub = () => bindings.PROJECT.get(bindings.PROJECT.idFromName(projectId));

function input(over: Partial<StartGeneration> = {}): StartGeneration {
  return {
    projectId,
    projectName: "Books",
    actorId: `usr_${projectId}`,
    prompt: "A list of books with title, author and status",
    mode: "supervised",
    stack: "edge",
    provider: null,
    budgetUsd: null,
    versionId: null,
    ...over,
  };
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.value;
}

async function start(over: Partial<StartGeneration> = {}): Promise<string> {
  return value(await stub().startGeneration(input(over))).id;
}

async function reaches(generationId: string, state: LoopState): Promise<void> {
  await eventually(async () => expect((await stub().generation(generationId))?.status).toBe(state));
}

function command(
  generationId: string,
  name: "cancel" | "pause" | "resume" | "approve" | "reject",
  comment: string | null = null,
  prd: Prd | null = null,
) {
  return stub().command({ generationId, command: name, actorId: `usr_${projectId}`, comment, prd });
}

async function allEvents(): Promise<Envelope[]> {
  return (await stub().events({ after: 0, limit: 1_000 })).items;
}

/** A socket, and everything it received. */
async function connect(since: number | null, over: { batch?: boolean; canWrite?: boolean } = {}) {
  const { ticket } = await stub().createSocketTicket({ userId: `usr_${projectId}`, canWrite: over.canWrite ?? true });
  const response = await upgrade(ticket);
  const socket = response.webSocket;
  if (!socket) throw new Error(`The upgrade answered ${response.status}.`);
  const frames: (Envelope | Envelope[] | ControlFrame)[] = [];
  socket.addEventListener("message", (message) => void frames.push(JSON.parse(String(message.data))));
  socket.accept();
  if (since !== null) socket.send(JSON.stringify({ op: "resume", since, batch: over.batch ?? false }));
  return {
    socket,
    frames,
    events: () => frames.flat().filter((frame): frame is Envelope => "seq" in frame && "type" in frame),
    heard: (op: ControlFrame["op"]) =>
      eventually(() => expect(frames.flat().some((frame) => "op" in frame && frame.op === op)).toBe(true)),
  };
}

/** The plan of this revision, once it waits for its user. */
async function proposed(generationId: string, revision: number): Promise<Prd> {
  return eventually(async () => {
    const plans = (await allEvents()).flatMap((event) => (event.type === "plan.proposed" ? [event.data] : []));
    const plan = plans.find((data) => data.revision === revision);
    if (!plan) throw new Error(`There is no plan ${revision} yet.`);
    await reaches(generationId, "awaiting_approval");
    return plan.prd;
  });
}

const changeFields = (
  plan: Prd,
  change: (fields: Prd["models"][number]["fields"]) => Prd["models"][number]["fields"],
): Prd => ({
  ...plan,
  models: plan.models.map((model) => (model.name === "Book" ? { ...model, fields: change(model.fields) } : model)),
});
const renameTitle = (plan: Prd): Prd =>
  changeFields(plan, (fields) =>
    fields.map((field) => (field.name === "title" ? { ...field, name: "heading", formerly: ["title"] } : field)),
  );
const withoutField = (plan: Prd, name: string): Prd =>
  changeFields(plan, (fields) => fields.filter((field) => field.name !== name));
const fieldsOf = (plan: Prd): string[] =>
  plan.models.find((model) => model.name === "Book")?.fields.map((field) => field.name) ?? [];

function upgrade(ticket: string): Promise<Response> {
  return stub().fetch(`http://project/socket?ticket=${ticket}`, { headers: { upgrade: "websocket" } });
}

describe("a supervised generation", () => {
  it("proposes a plan, waits, and goes on from the approval", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    const plan = (await allEvents()).find((event) => event.type === "plan.proposed");
    expect(plan?.type === "plan.proposed" && plan.data.prd.models.map((model) => model.name)).toContain("Book");
    value(await command(id, "approve"));
    await eventually(async () =>
      expect((await allEvents()).some((event) => event.type === "version.created")).toBe(true),
    );
    value(await command(id, "cancel"));
    const states = (await allEvents()).flatMap((event) => (event.type === "loop.transition" ? [event.data.to] : []));
    expect(states.slice(0, 3)).toEqual(["planning", "awaiting_approval", "coding"]);
    expect(states.at(-1)).toBe("cancelled");
  });

  it("plans again after a rejection, and says what was answered", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    value(await command(id, "reject", "Each book also has a publisher"));
    await eventually(async () => {
      const plans = (await allEvents()).filter((event) => event.type === "plan.proposed");
      expect(plans).toHaveLength(2);
    });
    expect(await allEvents()).toContainEqual(
      expect.objectContaining({
        type: "plan.rejected",
        data: { generationId: id, comment: "Each book also has a publisher" },
      }),
    );
  });

  it("builds the plan as its user changed it, and says what that was", async () => {
    const id = await start();
    const edited = renameTitle(await proposed(id, 1));
    value(await command(id, "approve", null, { ...edited, name: "Shelves" }));
    const edits = (await allEvents()).flatMap((event) => (event.type === "plan.edited" ? [event.data] : []));
    expect(edits).toMatchObject([
      { generationId: id, changes: ["Book: renamed title to heading", "Named it Shelves"] },
    ]);
    expect((await stub().snapshot()).prd?.name).toBe("Shelves");
    await eventually(async () => {
      const written = (await allEvents()).find((event) => event.type === "version.created");
      expect(written?.data).toMatchObject({ message: "Generate Shelves" });
    });
    value(await command(id, "cancel"));
  });

  it("keeps what its user changed in the plans that follow a rejection", async () => {
    const id = await start();
    value(await command(id, "reject", "Each book also has a publisher", renameTitle(await proposed(id, 1))));
    const second = await proposed(id, 2);
    expect(fieldsOf(second)).toEqual(expect.arrayContaining(["heading", "publisher"]));
    expect(fieldsOf(second)).not.toContain("title");
    value(await command(id, "reject", "Each book also has a price", withoutField(second, "author")));
    const third = await proposed(id, 3);
    expect(fieldsOf(third)).toEqual(expect.arrayContaining(["heading", "publisher", "price"]));
    expect(fieldsOf(third)).not.toContain("author");
    value(await command(id, "cancel"));
  });

  it("refuses a changed plan that cannot be built, and one where no plan waits", async () => {
    const id = await start();
    const plan = await proposed(id, 1);
    const [book] = plan.models;
    if (!book) throw new Error("The plan has no model.");
    const status = { name: "mood", type: "enum", required: false, unique: false } as const;
    const broken = { ...plan, models: [{ ...book, fields: [...book.fields, status] }] };
    expect(await command(id, "approve", null, broken)).toMatchObject({ ok: false, code: "VALIDATION_ERROR" });
    expect((await stub().generation(id))?.status).toBe("awaiting_approval");
    value(await command(id, "cancel"));
    expect(await command(id, "approve", null, plan)).toMatchObject({ ok: false, code: "CONFLICT" });
  });

  it("proposes five plans, and ends with the rejection of the fifth", async () => {
    const id = await start();
    for (let revision = 1; revision <= 5; revision++) {
      await proposed(id, revision);
      value(await command(id, "reject", `Not like this (${revision})`));
    }
    await reaches(id, "failed");
    expect(await stub().generation(id)).toMatchObject({ error: { code: "PLAN_REJECTED" }, notCounted: null });
    const plans = (await allEvents()).flatMap((event) => (event.type === "plan.proposed" ? [event.data.revision] : []));
    expect(plans).toEqual([1, 2, 3, 4, 5]);
  });

  it("shows each state in D1 by the time a command is answered", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    for (const [name, status] of [
      ["pause", "paused"],
      ["resume", "awaiting_approval"],
      ["cancel", "cancelled"],
    ] as const) {
      value(await command(id, name));
      const [row] = await db.select().from(generations).where(eq(generations.id, id));
      expect(row?.status).toBe(status);
    }
  });
});

describe("refusals", () => {
  it("starts no second generation beside a running one, and leaves nothing of it", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    expect(await stub().startGeneration(input())).toMatchObject({ ok: false, code: "CONFLICT" });
    expect(await db.select().from(generations).where(eq(generations.projectId, projectId))).toHaveLength(1);
  });

  it("refuses commands that make no sense in the present state", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    expect(await command(id, "resume")).toMatchObject({ ok: false, code: "CONFLICT" });
    value(await command(id, "cancel"));
    expect(await command(id, "approve")).toMatchObject({ ok: false, code: "CONFLICT" });
    expect(await command("gen_unknown", "cancel")).toMatchObject({ ok: false, code: "NOT_FOUND_ERROR" });
  });

  it("fails a prompt that cannot be planned, with the reason", async () => {
    const id = await start({ prompt: "x".repeat(100_000), mode: "auto" });
    await reaches(id, "failed");
    expect((await stub().generation(id))?.error).toMatchObject({ code: "PROMPT_NOT_PLANNABLE" });
  });
});

describe("eviction", () => {
  it("loses nothing and goes on where it was", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    const before = await allEvents();
    await evictDurableObject(stub());
    expect(await allEvents()).toEqual(before);
    value(await command(id, "cancel"));
    expect((await allEvents()).slice(0, before.length)).toEqual(before);
  });

  it("starts work again that was running, by its alarm alone", async () => {
    const id = await start({ mode: "auto" });
    await abortAllDurableObjects();
    await runDurableObjectAlarm(stub());
    await eventually(async () =>
      expect((await allEvents()).some((event) => event.type === "version.created")).toBe(true),
    );
    value(await command(id, "cancel"));
    const created = (await allEvents()).filter((event) => event.type === "version.created");
    expect(created).toHaveLength(1);
  });
});

describe("jobs", () => {
  it("ends the job's row when its generation is cancelled", async () => {
    const id = await start({ mode: "auto" });
    await eventually(async () => expect(await db.select().from(jobs).where(eq(jobs.generationId, id))).not.toEqual([]));
    value(await command(id, "cancel"));
    await eventually(async () => {
      const rows = await db.select().from(jobs).where(eq(jobs.generationId, id));
      expect(rows.map((row) => row.status)).not.toContain("processing");
      expect(rows.map((row) => row.status)).not.toContain("pending");
    });
  });
});

describe("sockets", () => {
  it("replay what a client missed and go on live, without a gap or a repeat", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    const missed = (await allEvents()).length;
    const early = await connect(2);
    await early.heard("resumed");
    value(await command(id, "pause"));
    value(await command(id, "resume"));
    await eventually(() => expect(early.events().at(-1)?.seq).toBe(missed + 4));
    expect(early.events().map((event) => event.seq)).toEqual(
      Array.from({ length: missed + 2 }, (_unused, index) => index + 3),
    );
    expect(early.events()).toEqual((await allEvents()).slice(2));
  });

  it("send a frame an event, and arrays only to clients that asked", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    const plain = await connect(0);
    const batching = await connect(0, { batch: true });
    await Promise.all([plain.heard("resumed"), batching.heard("resumed")]);
    expect(plain.frames.some((frame) => Array.isArray(frame))).toBe(false);
    expect(batching.frames.some((frame) => Array.isArray(frame))).toBe(true);
    expect(batching.events()).toEqual(plain.events());
  });

  it("survive hibernation", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    const client = await connect(0);
    await client.heard("resumed");
    await evictDurableObject(stub(), { webSockets: "hibernate" });
    value(await command(id, "cancel"));
    await eventually(() => expect(client.events().at(-1)?.type).toBe("generation.cancelled"));
  });

  it("take commands from members and refuse them from viewers", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    const viewer = await connect(0, { canWrite: false });
    viewer.socket.send(JSON.stringify({ op: "cmd", command: "cancel", generationId: id }));
    await viewer.heard("refused");
    expect((await stub().generation(id))?.status).toBe("awaiting_approval");
    const member = await connect(0);
    member.socket.send(JSON.stringify({ op: "cmd", command: "cancel", generationId: id }));
    await reaches(id, "cancelled");
  });

  it.each(["not json", '{"op":"drop"}', '{"op":"resume","since":-1}', "{".repeat(70_000)])(
    "refuse %.20s and stay open",
    async (frame) => {
      const client = await connect(0);
      client.socket.send(frame);
      await client.heard("refused");
      client.socket.send('{"op":"ping"}');
      await client.heard("pong");
    },
  );

  it("refuse a flood and take frames again afterwards", async () => {
    const client = await connect(0);
    await client.heard("resumed");
    await eventually(() => {
      for (let index = 0; index < 250; index += 1) client.socket.send('{"op":"resume","since":1000000}');
      expect(client.frames).toContainEqual(expect.objectContaining({ op: "refused", reason: "too-fast" }));
    });
    const resumed = () => client.frames.filter((frame) => "op" in frame && frame.op === "resumed").length;
    const before = resumed();
    await eventually(() => {
      client.socket.send('{"op":"resume","since":1000000}');
      expect(resumed()).toBeGreaterThan(before);
    });
  });

  it("open with a ticket once, and not without", async () => {
    const { ticket } = await stub().createSocketTicket({ userId: "usr_1", canWrite: false });
    expect((await upgrade("guessed")).status).toBe(401);
    expect((await upgrade(ticket)).status).toBe(101);
    expect((await upgrade(ticket)).status).toBe(401);
  });
});

describe("an app that fails", () => {
  it("says so in the project's log, and not without end", async () => {
    for (let index = 0; index < 30; index += 1) {
      await stub().reportAppFailure({
        projectId,
        environment: "preview",
        versionId: null,
        revision: null,
        watching: null,
        method: "GET",
        path: "/api/books",
        reason: "TypeError: x is undefined",
      });
    }
    const lines = (await allEvents()).filter((event) => event.type === "log.appended");
    expect(lines[0]).toMatchObject({
      data: { source: "preview", level: "error", text: "/api/books failed (preview): TypeError: x is undefined" },
    });
    expect(lines.length).toBeGreaterThan(0);
    // Ten a window; the loop above may straddle two.
    expect(lines.length).toBeLessThanOrEqual(20);
  });
});

describe("destroy", () => {
  it("closes the sockets and forgets everything", async () => {
    const id = await start();
    await reaches(id, "awaiting_approval");
    const client = await connect(0);
    await client.heard("resumed");
    const closed = new Promise<number>((resolve) =>
      client.socket.addEventListener("close", (event) => resolve(event.code)),
    );
    await stub().destroy();
    expect(await closed).toBe(4004);
    expect(await allEvents()).toEqual([]);
    expect(await stub().generation(id)).toBeNull();
  });
});

// An app and what becomes of it: written by a model over OpenAI's SDK, changed over Anthropic's, on the real platform. The
// stand-ins speak the providers' wire protocols.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pngOf } from "#engine/attachments/fixtures.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { stacks } from "#engine/stacks/stacks.ts";
import type { GenerationView } from "#protocol/project-events.ts";
import { startAnthropic } from "../stand-ins/anthropic/start-anthropic.ts";
import { startOpenai } from "../stand-ins/openai/start-openai.ts";
import { outOfCredit, text, toolCalls } from "../stand-ins/replies.ts";
import type { Script } from "../stand-ins/script.ts";
import type { StandIn } from "../stand-ins/serve.ts";
import { samplePlan, scriptedModel } from "../models/scripted-model.ts";
import { App, Client, type ProjectView } from "../platform/client.ts";
import { findFilesWith } from "../platform/find-files-with.ts";
import { startPlatform, type Platform } from "../platform/start-platform.ts";

const anthropicKey = "sk-ant-a-key-that-must-not-appear-anywhere";
const openaiKey = "sk-proj-another-key-that-must-not-appear-anywhere";
const prompt = "A list of books with title, author and price";

let anthropic: StandIn;
let openai: StandIn;
let script: Script;
let stateDir: string;
let platform: Platform;
let client: Client;
let project: ProjectView;

beforeAll(async () => {
  anthropic = await startAnthropic((call, index) => script(call, index), { apiKey: anthropicKey });
  openai = await startOpenai((call, index) => script(call, index), { apiKey: openaiKey });
  stateDir = await mkdtemp(join(tmpdir(), "nexusgen-modification-"));
  platform = await startPlatform({
    stateDir,
    environment: {
      ANTHROPIC_API_KEY: anthropicKey,
      ANTHROPIC_BASE_URL: anthropic.url,
      OPENAI_API_KEY: openaiKey,
      OPENAI_BASE_URL: openai.url,
    },
  });
  client = await Client.register(platform.url);
  project = await client.createProject("Books");
});
afterAll(async () => {
  await platform?.stop();
  await Promise.all([anthropic?.close(), openai?.close()]);
  await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
});
beforeEach(() => {
  script = () => text("Nothing.");
});

const submit = (plan: unknown) => toolCalls([{ name: "submit_plan", input: { plan, decisions: [] } }]);
const finish = (summary: string) => toolCalls([{ name: "finish", input: { summary } }]);
const report = (findings: unknown[]) => toolCalls([{ name: "report_findings", input: { findings } }]);
const write = (path: string, content: string) => ({ name: "write_file", input: { path, content } });
const edit = (path: string, old: string, next: string) => ({ name: "edit_file", input: { path, old, new: next } });

const route = `import { desc } from "drizzle-orm";
import { Hono } from "hono";
import { modelOf } from "../../shared/lookup.ts";
import { connect } from "../db/client.ts";
import { books } from "../db/schema.ts";
import type { AppEnv } from "../env.ts";
import { shown } from "../resource/shown.ts";

export const topBook = new Hono<AppEnv>().get("/", async (context) => {
  const db = connect(context);
  const [book] = await db.select().from(books).where(shown(db, modelOf("book"))).orderBy(desc(books.price)).limit(1);
  return context.json({ title: book?.title ?? null });
});
`;
const panel = `import type { ApiRecord, ModelMeta } from "../../../shared/model.ts";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";

export function PricePanel({ record }: { model: ModelMeta; record: ApiRecord }) {
  const isFree = record["price"] === 0;
  return <Card title="Price">{isFree ? <p>Free</p> : <Button>Show the price</Button>}</Card>;
}
`;
const paths = {
  route: "src/server/capabilities/top-book.ts",
  routes: "src/server/capabilities/registry.ts",
  panel: "src/client/capabilities/price/price-panel.tsx",
  panels: "src/client/capabilities/registry.ts",
} as const;
const panelEntry = `  {
    id: "price",
    models: ["book"],
    Panel: lazy(async () => ({ default: (await import("./price/price-panel.tsx")).PricePanel })),
  },
`;
const reactionsEntry = `  {
    id: "reactions",
    models: ["book"],
    Panel: lazy(async () => ({ default: (await import("./reactions/panel.tsx")).Panel })),
  },
`;
const summary = '  "GET /top-book": "The dearest book",\n';

/** The plan of the app, as the first generation made it. */
const plan = samplePlan(prompt, [
  {
    id: "1",
    title: "The dearest book is at /api/top-book, and a book's page has a button for its price",
    dependsOn: [],
  },
]);
const [book] = plan.models;
const changed: Prd = {
  ...plan,
  models: book
    ? [
        {
          ...book,
          fields: book.fields.map((field) =>
            field.name === "price" ? { ...field, name: "cost", formerly: ["price"] } : field,
          ),
        },
      ]
    : [],
  capabilities: [{ kind: "reactions", model: "Book", reactions: ["comments"] }],
  theme: { ...plan.theme, primary: "#15803d" },
  tasks: [],
};

const summaries = stacks.edge.generate(changed).get(paths.routes) ?? "";
const question = "set a cookie in a hono response";

/** Both stacks' are indexed beside the first generations. */
async function documentationIsReady(): Promise<void> {
  const docs = async () => (await client.call<{ docs: string }>("GET", "/api/health")).body.docs;
  await expect.poll(docs, { timeout: 200_000, interval: 500 }).toBe("ready");
}

async function generate(request: Record<string, unknown>): Promise<GenerationView> {
  const { status, body } = await client.call<GenerationView>("POST", "/api/v1/generations", {
    projectId: project.id,
    ...request,
  });
  expect(status, JSON.stringify(body)).toBe(202);
  return client.waitFor(body.id, ["complete"]);
}

async function openBoth(): Promise<App[]> {
  return Promise.all(
    ["preview", "production"].map(async (environment) => {
      const path = `/api/v1/projects/${project.id}/preview-access`;
      return App.open((await client.call<{ url: string }>("POST", path, { environment })).body.url);
    }),
  );
}

const eventsOf = async (generationId: string) =>
  (await client.allEvents(project.id)).filter(
    ({ data }) => "generationId" in data && data.generationId === generationId,
  );
const filesOf = async (generationId: string): Promise<string[]> =>
  (await eventsOf(generationId)).flatMap((event) => (event.type === "file.changed" ? [event.data.path] : []));

describe("an app that models write and change", () => {
  it("comes out of a generation over OpenAI's SDK", async () => {
    script = scriptedModel({
      architect: () => submit(plan),
      coder: (turn) =>
        turn === 0
          ? toolCalls([
              write(paths.route, route.replace("?? null", "?? nil")),
              edit(paths.routes, "new Hono<AppEnv>()", 'new Hono<AppEnv>().route("/top-book", topBook)'),
              edit(
                paths.routes,
                'import { Hono } from "hono";',
                'import { Hono } from "hono";\nimport { topBook } from "./top-book.ts";',
              ),
              edit(paths.routes, "Record<string, string>> = {}", `Record<string, string>> = {\n${summary}}`),
              write(paths.panel, panel),
              edit(paths.panels, "readonly RecordPanel[] = []", `readonly RecordPanel[] = [\n${panelEntry}]`),
              edit(paths.panels, "import type {", 'import { lazy } from "react";\nimport type {'),
              { name: "run_check" },
            ])
          : turn === 1
            ? toolCalls([edit(paths.route, "?? nil", "?? null")])
            : finish("The dearest book is at /api/top-book."),
      reviewer: () => report([]),
    });
    const generation = await generate({ prompt, provider: "openai" });
    expect(generation).toMatchObject({ status: "complete", provider: "openai" });
    const answers = (await eventsOf(generation.id)).flatMap((event) =>
      event.type === "agent.answered" ? [`${event.data.provider} ${event.data.agent}`] : [],
    );
    expect(answers.join(", ")).toBe("openai architect, openai coder, openai coder, openai coder, openai reviewer");
    for (const app of await openBoth()) {
      const created = await app.call("POST", "/api/books", { title: "The Gold Bug", author: "Poe", price: 99_999 });
      expect(created.status, created.text).toBe(201);
      expect((await app.call("GET", "/api/top-book")).text).toContain("The Gold Bug");
    }
  });

  it("follows a changed plan: the records stay, what was written by hand fits again, and both have their place", async () => {
    const told: Record<string, string> = {};
    const entries = [...summaries.matchAll(/^ {2}"[^\n]+",\n/gm)].join("");
    script = scriptedModel({
      architect: (_turn, call) => {
        told["architect"] = call.user;
        return submit(changed);
      },
      coder: (turn, call) => {
        if (turn > 0) return finish("Everything says cost now.");
        told["coder"] = call.user;
        return toolCalls([
          edit(paths.route, "books.price", "books.cost"),
          edit(paths.panel, '"price"', '"cost"'),
          edit(paths.routes, "topBook);", 'topBook).route("/reactions", reactions);'),
          edit(paths.routes, summary, summary + entries),
          edit(paths.panels, panelEntry, panelEntry + reactionsEntry),
        ]);
      },
      reviewer: (_turn, call) => {
        told["reviewer"] = call.user;
        return report([]);
      },
    });
    const wish = "Add comments to books, call the price cost, and make it green";
    const generation = await generate({ prompt: wish, provider: "anthropic" });
    expect(generation).toMatchObject({ status: "complete", provider: "anthropic" });

    expect(told["architect"]).toMatch(/# The present plan\n.*"name":"price"/);
    expect(told["coder"]).toContain("Property 'price' does not exist");
    expect(told["coder"]).toContain(`${paths.panel}:6 "price": this field of Book is "cost" now`);
    expect(told["coder"]).toContain('.route("/reactions", reactions);');
    // What follows from the plan is the generator's business, what was written before is nobody's.
    const reviewed = told["reviewer"]?.match(/^--- \S+/gm);
    expect(reviewed).toEqual([paths.panel, paths.panels, paths.routes, paths.route].map((path) => `--- ${path}`));

    const events = await eventsOf(generation.id);
    const logged = events.flatMap((event) => (event.type === "log.appended" ? [event.data.text] : []));
    expect(logged).toContain("Changes to the plan: Book: renamed price to cost; Changed theme; Changed capabilities.");
    expect(events.filter((event) => event.type === "file.kept")).toEqual([]);
    const versions = (await client.allEvents(project.id)).flatMap((event) =>
      event.type === "version.created" ? [event.data.message] : [],
    );
    expect(versions).toEqual(["Generate Sample", wish]);
    for (const app of await openBoth()) {
      const found = await app.call("GET", "/api/books?q=Gold");
      const kept = (JSON.parse(found.text) as { items: { id: string; cost: number }[] }).items.find(
        ({ cost }) => cost === 99_999,
      );
      expect(kept, found.text).toMatchObject({ title: "The Gold Bug", author: "Poe" });
      expect((await app.call("GET", "/api/top-book")).text).toContain("The Gold Bug");
      const comment = { visitor: "visitor-ada", author: "Ada", body: "Thrilling" };
      const said = await app.call("POST", `/api/reactions/books/${kept?.id}/comments`, comment);
      expect(said.status, said.text).toBe(201);
    }
  });

  it("mends what a user points at, with the picture, and changes nothing else", async () => {
    const first: Record<string, string> = {};
    const reviews: string[] = [];
    const tasks = [{ id: "1", title: "The button on a book's page shows the price", dependsOn: [] }];
    const shows = `const [isShown, setShown] = useState(false);\n  const isFree`;
    script = scriptedModel({
      architect: (_turn, call) => {
        first["architect"] = JSON.stringify(call.body);
        return submit({ ...changed, tasks });
      },
      coder: async (turn, call) => {
        if (call.user.includes("Why the last version was sent back")) {
          first["mending"] = call.user;
          return toolCalls([edit(paths.panel, "setShown(true)", "setShown(!isShown)")]);
        }
        if (turn === 0) {
          first["coder"] = JSON.stringify(call.body);
          await documentationIsReady();
          return toolCalls([{ name: "search_docs", input: { question } }]);
        }
        if (turn === 1 && call.toolResults.length === 1 && first["docs"] === undefined) {
          first["docs"] = call.toolResults[0]?.text ?? "";
          return toolCalls([
            edit(paths.panel, "const isFree", shows),
            edit(paths.panel, "<Button>", "<Button onClick={() => setShown(true)}>"),
            edit(
              paths.panel,
              "Show the price</Button>",
              'Show the price{isShown ? `: ${String(record["cost"])}` : ""}</Button>',
            ),
            edit(paths.panel, "import type { ApiRecord", 'import { useState } from "react";\nimport type { ApiRecord'),
          ]);
        }
        return finish(first["mending"] === undefined ? "The button shows the price." : "It hides it again, too.");
      },
      reviewer: (_turn, call) => {
        reviews.push(call.user);
        const finding = { severity: "high", topic: "correctness", file: paths.panel, line: 8 };
        const problem = "Once shown, the price cannot be hidden.";
        return report(reviews.length === 1 ? [{ ...finding, problem, fix: "Toggle it." }] : []);
      },
    });
    const attachmentIds = [await client.upload(project.id, "button.png", pngOf(400, 300))];
    const selection = { selector: "main button", text: "Show the price", page: "/books/1" };
    const wish = { prompt: "This button does nothing", provider: "anthropic", attachmentIds, selection };
    const generation = await generate(wish);
    expect(generation).toMatchObject({ status: "complete" });

    for (const agent of ["architect", "coder"]) {
      expect(first[agent], agent).toContain('"type":"image"');
      expect(first[agent], agent).toContain("selector: main button");
    }
    expect(first["mending"]).toContain("Once shown, the price cannot be hidden. Toggle it.");
    expect(first["mending"]).toMatch(/# What was changed so far[^]+setShown\(true\)/);
    expect(reviews).toHaveLength(2);
    for (const said of reviews) expect(said.match(/^--- \S+/gm)).toEqual([`--- ${paths.panel}`]);
    expect(reviews[0]).toContain("selector: main button");
    expect(reviews[1]).toMatch(/What was found before[^]+cannot be hidden[^]+It hides it again, too\./);
    expect([...new Set(await filesOf(generation.id))]).toEqual([paths.panel]);

    // Its documentation is embedded by OpenAI, the question as well.
    expect(first["docs"]).toMatch(/^\[hono@\S+ .*cookie/m);
    const embedded = openai.requests.filter(({ path }) => path.endsWith("/embeddings"));
    expect(embedded.length).toBeGreaterThan(1);
    expect(embedded.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ input: [question], dimensions: 1_536 }),
    );
    const [preview] = await openBoth();
    expect((await preview?.call("GET", "/api/books?q=Gold"))?.text).toContain("99999");
  });

  it("ends with the reason when a critical finding is still there after two rounds, and keeps the app as it is", async () => {
    const before = (await client.call<{ currentVersionId: string }>("GET", `/api/v1/projects/${project.id}`)).body;
    const reviews: string[] = [];
    const path = "src/shared/search-words.ts";
    script = scriptedModel({
      architect: () =>
        submit({ ...changed, tasks: [{ id: "1", title: "Visitors search by their own SQL", dependsOn: [] }] }),
      coder: (turn) =>
        turn > 0
          ? finish("It is safe now.")
          : toolCalls([write(path, `export const searchWords = ["title", "author", "${reviews.length}"];\n`)]),
      reviewer: (_turn, call) => {
        reviews.push(call.user);
        const finding = { severity: "critical", topic: "security", file: path, line: 1 };
        return report([{ ...finding, problem: "Whoever searches reads every table.", fix: "Bind the words." }]);
      },
    });
    const generation = await generate({ prompt: "Let visitors search by their own SQL", provider: "anthropic" });
    expect(generation).toMatchObject({ status: "failed", error: { code: "REVIEW_FAILED" } });
    expect(generation.error?.message).toContain(`${path}:1 Whoever searches reads every table. Bind the words.`);
    expect(reviews).toHaveLength(3);
    expect(reviews[2]?.match(/The engineer's answer:/g)).toHaveLength(2);
    const after = (await client.call<{ currentVersionId: string }>("GET", `/api/v1/projects/${project.id}`)).body;
    expect(after.currentVersionId).toBe(before.currentVersionId);
    const [preview] = await openBoth();
    expect((await preview?.call("GET", "/api/top-book"))?.text).toContain("The Gold Bug");
  });

  it("asks OpenAI when Anthropic's account is empty, and says so", async () => {
    const plans = scriptedModel({ architect: () => submit(plan) });
    script = (call, index) => (call.model.startsWith("claude") ? outOfCredit() : plans(call, index));
    const other = await client.createProject("Empty account");
    const { id } = (
      await client.call<GenerationView>("POST", "/api/v1/generations", {
        projectId: other.id,
        prompt,
        provider: "anthropic",
        mode: "supervised",
      })
    ).body;
    expect(await client.waitFor(id, ["awaiting_approval"])).toMatchObject({ status: "awaiting_approval" });
    const events = await client.allEvents(other.id);
    expect(events.flatMap((event) => (event.type === "provider.changed" ? [event.data] : []))).toMatchObject([
      { from: expect.stringContaining("claude"), to: expect.stringContaining("gpt") },
    ]);
    expect(events.flatMap((event) => (event.type === "agent.answered" ? [event.data.provider] : []))).toEqual([
      "openai",
    ]);
  });

  it("leaves the keys in nothing that was written, answered or exported", async () => {
    const answers = [platform.output()];
    const list = async (path: string) => {
      const { status, body } = await client.call("GET", path);
      expect(status, path).toBe(200);
      answers.push(JSON.stringify(body));
      return body as { items: { id: string }[] };
    };
    const events = await client.allEvents(project.id);
    answers.push(JSON.stringify(events));
    const started = events.flatMap((event) => (event.type === "generation.created" ? [event.data.generation.id] : []));
    expect(started).toHaveLength(4);
    for (const id of started) {
      const conversations = `/api/v1/generations/${id}/conversations`;
      for (const conversation of (await list(conversations)).items)
        await list(`${conversations}/${conversation.id}/messages`);
    }
    const exported = await fetch(new URL(`/api/v1/projects/${project.id}/export?format=source`, platform.url), {
      headers: { authorization: `Bearer ${client.token}` },
    });
    const files = Object.values(unzipSync(new Uint8Array(await exported.arrayBuffer())));
    expect(files.length).toBeGreaterThan(100);
    answers.push(...files.map((bytes) => Buffer.from(bytes).toString("latin1")));
    for (const key of [anthropicKey, openaiKey]) {
      expect(answers.filter((text) => text.includes(key))).toEqual([]);
      expect(await findFilesWith(stateDir, key)).toEqual([]);
    }
  });
});

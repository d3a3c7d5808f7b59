// The coder's loop against a model that misbehaves in every way that models do.
import { describe, expect, it } from "vitest";
import { type FinishReason, type ModelMessage, noUsage } from "#engine/llm/provider.ts";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { agents } from "../agent.ts";
import { answer } from "../tool.ts";
import { openContext, scriptedRoute } from "../agent-context.fixture.ts";
import type { CheckResult } from "./coder-tools.ts";
import { type CoderEnd, runCoder } from "./run-coder.ts";
import { Workspace } from "./workspace.ts";

interface Answer {
  text?: string;
  calls?: { name: string; input?: unknown; unreadable?: string }[];
  reason?: FinishReason;
}
const call = (name: string, input: unknown = {}): Answer => ({ calls: [{ name, input }] });
const write = call("write_file", { path: "src/b.ts", content: "export const b = 1;\n" });
const finish = call("finish", { summary: "It is there." });
const clean: CheckResult = { ok: true, output: "" };

async function code(answers: Answer[], checks: CheckResult[] = []) {
  const workspace = new Workspace(
    new Map([["src/a.ts", "const one = 1;\nconst two = 1;\nexport { one, two };\n"]]),
    (path) => (path === "package.json" ? "packages are added with add_dependency." : null),
  );
  const requests: ModelMessage[][] = [];
  const asked: string[] = [];
  const added: string[] = [];
  let checked = 0;
  const route = scriptedRoute((request) => {
    requests.push([...request.messages]);
    const { text = "", calls = [], reason } = answers[requests.length - 1] ?? answers.at(-1) ?? {};
    const toolCalls = calls.map((each, index) => ({ id: `c${requests.length}_${index}`, input: {}, ...each }));
    const message = { role: "assistant" as const, text, toolCalls };
    return { type: "finished", reason: reason ?? (calls.length > 0 ? "tools" : "end"), message, usage: noUsage };
  });
  const context = openContext();
  const host = {
    workspace,
    check: () => Promise.resolve(checks[checked++] ?? clean),
    changed: () => {},
    searchDocs: (question: string) =>
      Promise.resolve((asked.push(question), question === "nothing" ? "" : "[hono@1 a:1 x]")),
    addDependency: ({ name }: { name: string }) => Promise.resolve((added.push(name), answer("Added."))),
  };
  const input = {
    prd: inventoryPrd,
    request: "Show the dearest",
    task: { id: "1", title: "Show the dearest product", details: "On the dashboard." },
    attachments: [],
    selection: null,
    others: [],
    review: null,
    change: null,
    buildLog: null,
    unmerged: null,
    tried: [],
    docs: "",
    agent: "coder" as const,
    stackPrompt: "stack-edge",
  };
  const loop = runCoder(input, [route], [], host, context);
  let end: CoderEnd;
  for (;;) {
    const step = await loop.next();
    if (step.done) {
      end = step.value;
      break;
    }
  }
  const results = (requests.at(-1) ?? []).flatMap((message) => (message.role === "tool" ? message.results : []));
  const told = (requests.at(-1) ?? []).flatMap((message) =>
    message.role === "user" ? message.content.flatMap((part) => (part.type === "text" ? [part.text] : [])) : [],
  );
  return { end, workspace, requests, results, told, asked, added };
}

describe("a coder", () => {
  it("gets the task with what the architect says beyond its title", async () => {
    const { told } = await code([write, finish]);
    expect(told[0]).toContain("# Your task\nShow the dearest product\n\nOn the dashboard.");
  });

  it("is asked to work when it only talks, and is not believed when it never does", async () => {
    const { end, requests, told } = await code([{ text: "I have added it." }]);
    expect(end).toEqual({ kind: "abandoned", reason: "The model did not work on it." });
    expect(requests).toHaveLength(3);
    expect(told.at(-1)).toMatch(/Nothing was changed yet/);
  });

  it("is done when it forgets to say so but its change is clean", async () => {
    const { end } = await code([write, { text: "Done!" }]);
    expect(end).toEqual({ kind: "done", summary: "Show the dearest product" });
  });

  it("is done without a change when it says that the task is true already", async () => {
    expect((await code([finish])).end).toEqual({ kind: "done", summary: "It is there." });
  });

  it("is not done while another call of the same turn failed", async () => {
    const both: Answer = {
      calls: [
        { name: "edit_file", input: { path: "src/a.ts", old: "= 1", new: "= 2" } },
        { name: "finish", input: { summary: "Changed." } },
      ],
    };
    const { end, results } = await code([
      both,
      call("edit_file", { path: "src/a.ts", old: "one = 1", new: "one = 2" }),
      finish,
    ]);
    expect(results[0]?.text).toMatch(/stands 2 times in src\/a\.ts \(lines 1, 2\)/);
    expect(results[1]).toMatchObject({
      isError: true,
      text: expect.stringContaining("another call of this turn failed"),
    });
    expect(end).toEqual({ kind: "done", summary: "It is there." });
  });

  it("hears what its check found, and is left out when it cannot mend it", async () => {
    const bad = (lines: number): CheckResult => ({
      ok: false,
      output: Array(lines).fill("src/b.ts: error").join("\n"),
    });
    const mended = await code([write, finish, finish], [bad(2)]);
    expect(mended.end.kind).toBe("done");
    expect(mended.told.at(-1)).toMatch(/not clean yet[\s\S]*src\/b\.ts: error/);
    const stuck = await code([write, finish], Array<CheckResult>(9).fill(bad(2)));
    expect(stuck.end).toMatchObject({ kind: "abandoned", reason: expect.stringContaining("did not pass its checks") });
  });

  it("keeps nothing of a write that was cut off, and is told to take smaller steps", async () => {
    const half: Answer = {
      calls: [{ name: "write_file", input: {}, unreadable: "The input is not valid JSON." }],
      reason: "length",
    };
    const { end, results, workspace } = await code([half, write, finish]);
    expect(results[0]?.text).toMatch(/cut off at its length limit[\s\S]*smaller steps/);
    expect([...workspace.changes.keys()]).toEqual(["src/b.ts"]);
    expect(end.kind).toBe("done");
  });

  it("learns what is wrong with unknown tools, malformed input, far too large files and locked ones", async () => {
    const { results, end } = await code([
      {
        calls: [
          { name: "bash", input: { command: "ls" } },
          { name: "edit_file", input: { path: "src/a.ts" } },
          { name: "write_file", input: { path: "src/big.ts", content: "x".repeat(500_000) } },
          { name: "write_file", input: { path: "package.json", content: "{}" } },
          { name: "search", input: { pattern: "(", isRegex: true } },
        ],
      },
      write,
      finish,
    ]);
    const [unknown, malformed, large, locked] = results;
    expect(unknown?.text).toMatch(/no tool "bash"\. The tools are: list_files/);
    expect(malformed?.text).toMatch(/does not fit edit_file[\s\S]*old/);
    expect(large?.text).toMatch(/longer than 400000/);
    expect(locked?.text).toMatch(/package\.json may not be changed: packages are added with add_dependency/);
    expect(end.kind).toBe("done");
  });

  it("is warned before its steps run out, and what is clean by then counts", async () => {
    const steps = agents.coder.maxTurns;
    const { end, results } = await code([write, ...Array<Answer>(steps).fill(call("list_files"))]);
    expect(results.filter(({ text }) => text.includes("5 steps are left"))).toHaveLength(1);
    expect(end).toEqual({ kind: "partly", reason: "The task took too many steps." });
    const idle = await code(Array<Answer>(steps).fill(call("list_files")));
    expect(idle.end).toEqual({ kind: "abandoned", reason: "The task took too many steps." });
  });

  it("is left out when the model declines", async () => {
    expect((await code([{ text: "No.", reason: "refused" }])).end).toMatchObject({ kind: "abandoned" });
  });

  it("looks things up, and adds packages of the list alone", async () => {
    const { asked, added, results } = await code([
      {
        calls: [
          { name: "search_docs", input: { question: "set a cookie" } },
          { name: "search_docs", input: { question: "nothing" } },
          { name: "add_dependency", input: { name: "date-fns" } },
          { name: "add_dependency", input: { name: "moment" } },
          { name: "add_dependency", input: { name: "react-qr-code" } },
        ],
      },
      write,
      finish,
    ]);
    expect(asked).toEqual(["set a cookie", "nothing"]);
    expect(added).toEqual(["date-fns"]);
    expect(results.map(({ text }) => text).slice(0, 3)).toEqual([
      "[hono@1 a:1 x]",
      "The documentation says nothing about this.",
      "Added.",
    ]);
    expect(results[3]?.text).toMatch(/moment is not among the packages[\s\S]*All of them: @dnd-kit\/core/);
    expect(results[4]?.text).toContain("Near to it: qrcode.react");
  });
});

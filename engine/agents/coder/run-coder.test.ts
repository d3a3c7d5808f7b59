import { describe, expect, it } from "vitest";
import { samplePlan } from "../../../tests/models/scripted-model.ts";
import { noUsage } from "#engine/llm/provider.ts";
import { agents } from "../agent.ts";
import { answer } from "../tool.ts";
import { openContext, scriptedRoute } from "../agent-context.fixture.ts";
import type { CheckScope } from "./coder-tools.ts";
import { type CoderEnd, type CoderInput, coderRequest, runCoder } from "./run-coder.ts";
import { Workspace } from "./workspace.ts";

const input: CoderInput = {
  prd: samplePlan("A list of books with title, author and price", []),
  request: "books",
  task: { id: "a", title: "Books have a page of their own", details: "It is called Shelf." },
  attachments: [],
  selection: null,
  others: [],
  review: null,
  change: null,
  buildLog: null,
  unmerged: null,
  tried: [],
  docs: "",
  agent: "coder",
  stackPrompt: "stack-edge",
};

interface Call {
  name: string;
  input: unknown;
}

const write = (content: string): Call => ({ name: "write_file", input: { path: "src/a.ts", content } });
const check: Call = { name: "run_check", input: {} };
const finish: Call = { name: "finish", input: { summary: "There is a shelf." } };

/** `isClean`: by the text of src/a.ts. `turns` go round when they are used up. */
async function run(turns: Call[][], isClean: (text: string, scope: CheckScope) => boolean) {
  const workspace = new Workspace(new Map([["src/a.ts", "start"]]));
  let asked = 0;
  const scopes: string[] = [];
  const route = scriptedRoute(() => {
    const calls = turns[asked % turns.length] ?? [];
    asked += 1;
    const toolCalls = calls.map((call, index) => ({ id: `c${asked}-${index}`, ...call }));
    const message = { role: "assistant" as const, text: "", toolCalls };
    return { type: "finished", reason: toolCalls.length > 0 ? "tools" : "end", message, usage: noUsage };
  });
  const context = openContext();
  const host = {
    workspace,
    check: (tree: ReadonlyMap<string, string>, scope: CheckScope) => {
      scopes.push(scope.kind);
      const ok = isClean(tree.get("src/a.ts") ?? "", scope);
      return Promise.resolve({ ok, output: ok ? "" : "Types:\na line" });
    },
    changed: () => {},
    searchDocs: () => Promise.resolve(""),
    addDependency: () => Promise.resolve(answer("Added.")),
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
  return { end, asked, scopes, text: workspace.read("src/a.ts") };
}

describe("the coder", () => {
  it("is done when types, lint and tests pass", async () => {
    const { end, scopes } = await run([[write("good")], [finish]], () => true);
    expect(end).toEqual({ kind: "done", summary: "There is a shelf." });
    expect(scopes).toEqual(["all"]);
  });

  it("is sent back when a test fails, though types and lint are clean", async () => {
    const turns = [[write("good"), check], [finish], [write("better")], [finish]];
    const { end, asked } = await run(turns, (text, scope) => scope.kind === "code" || text === "better");
    expect(end.kind).toBe("done");
    expect(asked).toBe(4);
  });

  it("keeps what was clean when it does not come to an end", async () => {
    const turns = [[write("good"), check], ...Array.from({ length: 99 }, () => [write("bad")])];
    const { end, text, asked } = await run(turns, (now) => now === "good");
    expect(asked).toBe(agents.coder.maxTurns);
    expect(end).toEqual({ kind: "partly", reason: "The task took too many steps." });
    expect(text).toBe("good");
  });

  it("keeps what was clean when its last changes do not pass", async () => {
    const turns = [[write("good"), check], [write("bad")], [finish], [finish], [finish], [finish]];
    const { end, text } = await run(turns, (now) => now === "good");
    expect(end.kind).toBe("partly");
    expect(text).toBe("good");
  });

  it("gives the task up when nothing of it was ever clean", async () => {
    const { end } = await run([[write("bad")], [finish]], () => false);
    expect(end.kind).toBe("abandoned");
  });

  it("hears the task's details, the other tasks, the plan's assumptions and the models as code knows them", () => {
    const others = [
      { title: "Loans", state: "done" as const, summary: "Books can be lent.", files: ["src/loans.ts"] },
      { title: "Fines", state: "later" as const },
    ];
    const prd = { ...input.prd, assumptions: ["Prices are in euros."] };
    const request = coderRequest({ ...input, prd, others, tried: ["Changed the price."] }, new Map());
    expect(request).toContain("It is called Shelf.");
    expect(request).toContain("- Done: Loans → Books can be lent. (src/loans.ts)");
    expect(request).toContain("- Comes later: Fines");
    expect(request).toContain("- Prices are in euros.");
    expect(request).toContain("- Changed the price.");
    expect(request).toMatch(/- Book: key `book`, API \/api\/books, table `books`: title\* text/);
  });
});

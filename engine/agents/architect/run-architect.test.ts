import { describe, expect, it } from "vitest";
import { samplePlan } from "../../../tests/models/scripted-model.ts";
import { noUsage } from "#engine/llm/provider.ts";
import type { Prd } from "#engine/prd/schema.ts";
import { openContext, scriptedRoute } from "../agent-context.fixture.ts";
import { type ArchitectEnd, architectRequest, runArchitect } from "./run-architect.ts";

const plan = samplePlan("A list of books with title, author and price", []);

interface Answer {
  name: string | null;
  input?: unknown;
}

async function run(answers: Answer[], mayAsk = false) {
  let asked = 0;
  const refusals: string[] = [];
  const route = scriptedRoute(() => {
    const { name, input } = answers[asked] ?? { name: null };
    asked += 1;
    const toolCalls = name === null ? [] : [{ id: `c${asked}`, name, input }];
    const message = { role: "assistant" as const, text: "", toolCalls };
    return { type: "finished", reason: name === null ? "end" : "tools", message, usage: noUsage };
  });
  const context = openContext();
  const input = {
    projectName: "Books",
    request: "books",
    earlier: [],
    feedback: [],
    present: null,
    draft: null,
    sentBack: null,
    docs: "",
    attachments: [],
    selection: null,
    mayAsk,
  };
  const loop = runArchitect(input, [route], [], context);
  let end: ArchitectEnd;
  for (;;) {
    const step = await loop.next();
    if (step.done) {
      end = step.value;
      break;
    }
    if (step.value.type === "tool-ran" && step.value.outcome.isError) refusals.push(step.value.outcome.text);
  }
  return { end, asked, refusals };
}

const submit = (over: Partial<Prd> | Record<string, unknown>): Answer => ({
  name: "submit_plan",
  input: { plan: { ...plan, ...over }, decisions: [] },
});

describe("the architect", () => {
  it("hands in a plan that fits", async () => {
    const { end, asked } = await run([submit({})]);
    expect(end).toEqual({ kind: "planned", prd: plan, decisions: [] });
    expect(asked).toBe(1);
  });

  it("hears what is wrong with a plan and mends it", async () => {
    const ghost = { from: "Book", to: "Ghost", kind: "one-to-many", name: "ghost" };
    const { end, refusals } = await run([
      submit({ models: [{ name: "Book", fields: [{ name: "title", type: "words", required: true, unique: false }] }] }),
      submit({ relationships: [ghost] }),
      submit({}),
    ]);
    expect(end.kind).toBe("planned");
    expect(refusals[0]).toMatch(/models\[0\]\.fields\[0\]\.type/);
    expect(refusals[1]).toContain('names the model "Ghost", which is not in models');
  });

  it.each([
    {
      what: "an enum without values",
      over: { models: [{ name: "Book", fields: [{ name: "state", type: "enum", required: true, unique: false }] }] },
      says: "enum without values",
    },
    {
      what: "two models of one name",
      over: {
        models: [
          { name: "Book", fields: [] },
          { name: "book ", fields: [] },
        ],
      },
      says: "same name",
    },
    {
      what: "tasks in a circle",
      over: {
        tasks: [
          { id: "1", title: "a", dependsOn: ["2"] },
          { id: "2", title: "b", dependsOn: ["1"] },
        ],
      },
      says: "circle",
    },
    {
      what: "a task that waits for nothing",
      over: { tasks: [{ id: "1", title: "a", dependsOn: ["9"] }] },
      says: "does not exist",
    },
  ])("is told of $what", async ({ over, says }) => {
    const { refusals } = await run([submit(over), submit({})]);
    expect(refusals[0]).toContain(says);
  });

  it("is shown the plan that was sent back, with its tasks, instead of the rules' draft", () => {
    const tasks = [{ id: "a", title: "A shelf", details: "In oak.", dependsOn: [] }];
    const [part] = architectRequest({
      projectName: "Books",
      request: "books",
      earlier: [],
      feedback: ["Add publishers"],
      present: null,
      draft: plan,
      sentBack: { ...plan, name: "Shelf", tasks },
      docs: "",
      attachments: [],
      selection: null,
      mayAsk: false,
    });
    const text = part?.type === "text" ? part.text : "";
    expect(text).toContain("# Your last plan");
    expect(text).toContain('"details":"In oak."');
    expect(text).not.toContain("# A rough draft");
  });

  it("gives up after a few wrong plans", async () => {
    const { end, asked } = await run(Array.from({ length: 9 }, () => submit({ models: [] })));
    expect(end).toMatchObject({ kind: "failed", cancelled: false });
    expect(asked).toBe(4);
  });

  it("is asked again for the plan when it only talks", async () => {
    const { end } = await run([{ name: null }, submit({})]);
    expect(end.kind).toBe("planned");
  });

  it("asks at most three questions, and only where somebody is there to answer", async () => {
    const questions = [{ question: "One shop or several?", choices: ["One", "Several"] }];
    const ask: Answer = { name: "ask_questions", input: { questions } };
    expect((await run([ask], true)).end).toEqual({ kind: "asked", questions });
    expect((await run([ask, submit({})])).refusals[0]).toContain('no tool "ask_questions"');
    const four: Answer = { name: "ask_questions", input: { questions: Array.from({ length: 4 }, () => questions[0]) } };
    expect((await run([four, submit({})], true)).refusals[0]).toContain("does not fit ask_questions");
  });
});

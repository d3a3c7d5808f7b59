// What the agents cost in tokens on a fixed set of scripted answers, through the real Anthropic SDK and a stand-in that
// counts (four bytes a token) and keeps a prompt cache as the service does. With and without the cache, with and without the
// scaffold; and how large the coder's context is for a change of one line. Options: none.
import { agents } from "#engine/agents/agent.ts";
import { runArchitect } from "#engine/agents/architect/run-architect.ts";
import { describeChange } from "#engine/agents/reviewer/describe-change.ts";
import { runReviewer } from "#engine/agents/reviewer/run-reviewer.ts";
import type { AgentContext, AgentEvent } from "#engine/agents/run-agent.ts";
import { answer } from "#engine/agents/tool.ts";
import { describeTree } from "#engine/agents/coder/repo-map.ts";
import { runCoder } from "#engine/agents/coder/run-coder.ts";
import { Workspace } from "#engine/agents/coder/workspace.ts";
import { costOf, estimateTokens } from "#engine/llm/cost.ts";
import { findModel } from "#engine/llm/models.ts";
import { anthropicProvider } from "#engine/llm/providers/anthropic/anthropic-provider.ts";
import { noUsage, type TokenUsage } from "#engine/llm/provider.ts";
import { inventoryPrd } from "#engine/prd/fixtures/inventory.ts";
import { describeFindings } from "#engine/retrieval/describe-findings.ts";
import { chunkDocument } from "#engine/retrieval/chunk-document.ts";
import { guideDocuments } from "#engine/retrieval/guides.ts";
import { rerank } from "#engine/retrieval/rerank.ts";
import { stacks } from "#engine/stacks/stacks.ts";
import { startAnthropic } from "../tests/stand-ins/anthropic/start-anthropic.ts";
import type { Reply } from "../tests/stand-ins/script.ts";
import type { Benchmark } from "./run.ts";
import { codingTasks, planReply, reviewReply, type ScriptedTask, wholeApp } from "./tokens/scripts.ts";

const model = findModel("anthropic", "claude-sonnet-5-5");
const key = "sk-ant-bench";
/** What a task begins with, as durable-objects/project/agents/run-task.ts has it. */
const docsTokens = 1_200;
const largestContext = 12_000;
const smallApp = 60;

interface Spent {
  calls: number;
  usage: TokenUsage;
  /** Of the longest prompt. */
  largestPrompt: number;
}

export const benchmark: Benchmark = {
  async run() {
    let reply: (turn: number) => Reply = () => reviewReply;
    const standIn = await startAnthropic((call) => reply(turnOf(call.body)), { apiKey: key });
    const routes = [{ provider: anthropicProvider({ apiKey: key, baseUrl: standIn.url }), model }];
    const tree = stacks.edge.generate(inventoryPrd);
    const code = async (task: ScriptedTask, base: ReadonlyMap<string, string>): Promise<Spent> => {
      const workspace = new Workspace(base);
      reply = task.reply;
      const input = {
        prd: inventoryPrd,
        request: inventoryPrd.summary,
        task: { id: task.title, title: task.title },
        attachments: [],
        selection: null,
        others: [],
        review: null,
        change: null,
        buildLog: null,
        unmerged: null,
        tried: [],
        docs: base.size === 0 ? "" : findDocs(task.title, docsTokens),
        agent: "coder" as const,
        stackPrompt: "stack-edge",
      };
      const host = {
        workspace,
        check: () => Promise.resolve({ ok: true, output: "" }),
        changed: () => {},
        searchDocs: (question: string) => Promise.resolve(findDocs(question, 4_000)),
        addDependency: () => Promise.resolve(answer("Added.")),
      };
      const { spent, end } = await drive(runCoder(input, routes, [], host, quiet()));
      if (end.kind !== "done") throw new Error(`"${task.title}" did not end: ${JSON.stringify(end)}`);
      return spent;
    };
    try {
      reply = planReply;
      const asked = {
        projectName: "Stockroom",
        request: inventoryPrd.summary,
        earlier: [],
        feedback: [],
        present: null,
        draft: inventoryPrd,
        docs: findDocs(inventoryPrd.summary, 1_200),
        attachments: [],
        selection: null,
        sentBack: null,
        mayAsk: false,
      };
      const architect = await drive(runArchitect(asked, routes, [], quiet()));
      const tasks = new Map<string, Spent>();
      for (const task of codingTasks) tasks.set(task.title, await code(task, tree));
      const oneLine = tasks.get(codingTasks[0]?.title ?? "");
      const few = new Map([...tree].filter(([path]) => codingTasks[0]?.touches.includes(path)));
      for (const [path, text] of tree) if (few.size < smallApp) few.set(path, text);
      const small = await code(codingTasks[0] ?? wholeApp(tree), few);
      reply = () => reviewReply;
      const change = describeChange(tree, new Map([["src/shared/format.ts", `${tree.get("src/shared/format.ts")}\n`]]));
      const review = { prd: inventoryPrd, request: inventoryPrd.summary, selection: null, tasks: [], earlier: [] };
      const reviewer = await drive(runReviewer({ ...review, change, tree }, routes, [], quiet()));
      const coder = sum([...tasks.values()]);
      const bare = await code(wholeApp(tree), new Map());
      return {
        tokensAre: "4 bytes each, as the stand-in counts; `upperBound` is the estimate that budgets use, 2 bytes each",
        architect: describe(architect.spent),
        coder: { tasks: tasks.size, ...describe(coder) },
        reviewer: describe(reviewer.spent),
        withoutScaffold: { ...describe(bare), note: "the coder writes all files of the same app, before any task" },
        oneLine: {
          files: few.size,
          largestPrompt: small.largestPrompt,
          /** The budget's estimate takes half as many bytes for a token. */
          upperBound: small.largestPrompt * 2,
          wholeAppFiles: tree.size,
          wholeAppLargestPrompt: oneLine?.largestPrompt ?? null,
          target: largestContext,
          held: small.largestPrompt * 2 < largestContext && (oneLine?.largestPrompt ?? 0) < largestContext,
        },
        mapOfTheTree: {
          tokens: Math.ceil(describeTree(tree).length / 4),
          upperBound: estimateTokens(describeTree(tree)),
        },
        maxTurns: agents.coder.maxTurns,
      };
    } finally {
      await standIn.close();
    }
  },
};

function quiet(): AgentContext {
  return {
    refuse: () => null,
    breaker: { admit: () => Promise.resolve(0), record: () => Promise.resolve() },
    signal: new AbortController().signal,
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    checkpoint: () => Promise.resolve(),
  };
}

async function drive<End>(run: AsyncGenerator<AgentEvent, End>): Promise<{ spent: Spent; end: End }> {
  const spent: Spent = { calls: 0, usage: noUsage, largestPrompt: 0 };
  for (;;) {
    const step = await run.next();
    if (step.done) return { spent, end: step.value };
    if (step.value.type !== "spent") continue;
    const { usage } = step.value;
    spent.calls += 1;
    spent.usage = add(spent.usage, usage);
    spent.largestPrompt = Math.max(spent.largestPrompt, promptOf(usage));
  }
}

/** Without the cache every token of a prompt costs what a new one does. */
function describe({ calls, usage, largestPrompt }: Spent): Record<string, number | null> {
  const uncached = { ...noUsage, input: promptOf(usage), output: usage.output };
  const [withCache, without] = [costOf(model, usage), costOf(model, uncached)];
  return {
    calls,
    prompt: promptOf(usage),
    fromCache: usage.cacheRead,
    output: usage.output,
    largestPrompt,
    costUsd: round(withCache),
    costUsdWithoutCache: round(without),
  };
}

const round = (usd: number | null): number | null => (usd === null ? null : Number(usd.toFixed(4)));
const promptOf = (usage: TokenUsage): number => usage.input + usage.cacheRead + usage.cacheWrite;

function add(one: TokenUsage, other: TokenUsage): TokenUsage {
  return {
    input: one.input + other.input,
    cacheRead: one.cacheRead + other.cacheRead,
    cacheWrite: one.cacheWrite + other.cacheWrite,
    output: one.output + other.output,
  };
}

function sum(all: readonly Spent[]): Spent {
  return all.reduce(
    (total, each) => ({
      calls: total.calls + each.calls,
      usage: add(total.usage, each.usage),
      largestPrompt: Math.max(total.largestPrompt, each.largestPrompt),
    }),
    { calls: 0, usage: noUsage, largestPrompt: 0 },
  );
}

function findDocs(question: string, budget: number): string {
  return describeFindings(rerank(question, guideDocuments("edge").documents.flatMap(chunkDocument)), budget);
}

function turnOf(body: unknown): number {
  const { messages } = body as { messages: readonly { role: string }[] };
  return messages.filter(({ role }) => role === "assistant").length;
}

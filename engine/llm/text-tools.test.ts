import { describe, expect, it } from "vitest";
import { findModel } from "./models.ts";
import { noUsage, type ModelEvent, type ModelProvider, type ModelRequest, type ToolSpec } from "./provider.ts";
import { readTextCalls, withTextTools } from "./text-tools.ts";

const write: ToolSpec = {
  name: "write_file",
  description: "Writes a file.",
  input: {
    type: "object",
    properties: { path: { type: "string" }, content: { type: "string" }, lines: { type: "array" } },
    required: ["path", "content"],
  },
};

describe("calls in a text", () => {
  it("hold a whole file as it is", () => {
    const content = 'const a = "<b>" && `${x}`;\n\n  // </path> and <call tool="x">\n';
    const text = `I write it.\n<call tool="write_file">\n<path>\nsrc/a.ts\n</path>\n<content>\n${content}\n</content>\n</call>\nDone.`;
    expect(readTextCalls(text, [write])).toEqual([
      { id: "text_1", name: "write_file", input: { path: "src/a.ts", content } },
    ]);
  });

  it("keep markup that repeats the parameter's own tags", () => {
    const content = "<feed>\n<content>\nx\n</content>\n</feed>";
    const text = `<call tool="write_file">\n<path>a.xml</path>\n<content>\n${content}\n</content>\n</call>`;
    expect(readTextCalls(text, [write])[0]?.input).toEqual({ path: "a.xml", content });
  });

  it("read what is not text as JSON and say when it is none", () => {
    const call = (lines: string) => `<call tool="write_file">\n<lines>${lines}</lines>\n</call>`;
    expect(readTextCalls(call("[1, 2]"), [write])[0]?.input).toEqual({ lines: [1, 2] });
    expect(readTextCalls(call("1 to 2"), [write])[0]?.unreadable).toMatch(/must be JSON/);
  });

  it("come in order, also without parameters", () => {
    const text = '<call tool="list_files">\n</call>\n<call tool="run_check">\n</call>';
    expect(readTextCalls(text, []).map((call) => [call.id, call.name, call.input])).toEqual([
      ["text_1", "list_files", {}],
      ["text_2", "run_check", {}],
    ]);
  });

  it.each(["plain prose", "<call tool=>\n</call>", '<call tool="x">', "see <call> in the docs"])(
    "are not seen in %s",
    (text) => expect(readTextCalls(text, [write])).toEqual([]),
  );
});

describe("a model without tools", () => {
  const model = { ...findModel("compatible", "small"), takesTools: false };
  const request: ModelRequest = {
    model,
    system: [{ text: "You write code.", cache: true }],
    messages: [
      { role: "user", content: [{ type: "text", text: "Go" }] },
      { role: "assistant", text: "…", toolCalls: [{ id: "text_1", name: "write_file", input: {} }] },
      { role: "tool", results: [{ callId: "text_1", text: "Written.", isError: false }] },
    ],
    tools: [write],
    maxOutputTokens: 100,
    temperature: 0,
    effort: null,
  };

  async function run(answer: string, pieceLength: number) {
    const seen: ModelRequest[] = [];
    const inner: ModelProvider = {
      id: "compatible",
      async *stream(received) {
        seen.push(received);
        for (let at = 0; at < answer.length; at += pieceLength) {
          yield { type: "text", text: answer.slice(at, at + pieceLength) };
        }
        const message = { role: "assistant" as const, text: answer, toolCalls: [] };
        yield { type: "finished", reason: "end", message, usage: noUsage };
      },
    };
    const events: ModelEvent[] = [];
    for await (const event of withTextTools(inner).stream(request, new AbortController().signal)) events.push(event);
    return { seen, events };
  }

  it("is told of the tools and of their results in words", async () => {
    const { seen } = await run("Fine.", 100);
    expect(seen[0]?.tools).toEqual([]);
    expect(seen[0]?.system.map((part) => part.text).join("\n")).toContain("## write_file");
    expect(JSON.stringify(seen[0]?.messages)).toContain("Written.");
    expect(seen[0]?.messages.map((message) => message.role)).toEqual(["user", "assistant", "user"]);
  });

  it.each([1, 3, 7, 1_000])("calls them, and its calls are not shown as text (pieces of %i)", async (pieceLength) => {
    const answer = 'Now a < b.\n<call tool="write_file">\n<path>a</path>\n<content>\nx\n</content>\n</call>\nWaiting.';
    const { events } = await run(answer, pieceLength);
    const shown = events.flatMap((event) => (event.type === "text" ? [event.text] : [])).join("");
    expect(shown).toBe("Now a < b.\n\nWaiting.");
    expect(events.find((event) => event.type === "tool-call")).toMatchObject({
      call: { name: "write_file", input: { path: "a", content: "x" } },
    });
    expect(events.at(-1)).toMatchObject({ type: "finished", reason: "tools" });
  });
});

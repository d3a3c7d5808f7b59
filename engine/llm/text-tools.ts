// Tools for models that have none: the tools are described in the system prompt, and calls are read from the text. Values
// stand between tags as they are, so that a small model can write a whole file without escaping anything.
import type {
  AssistantMessage,
  ModelEvent,
  ModelMessage,
  ModelProvider,
  ModelRequest,
  ToolCall,
  ToolSpec,
} from "./provider.ts";

/** A provider whose models may lack tools; those that have them are called as they are. */
export function withTextTools(provider: ModelProvider): ModelProvider {
  return {
    id: provider.id,
    stream: (request, signal) =>
      request.model.takesTools || request.tools.length === 0
        ? provider.stream(request, signal)
        : stream(provider, request, signal),
  };
}

async function* stream(
  provider: ModelProvider,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  const visible = new VisibleText();
  for await (const event of provider.stream(withoutTools(request), signal)) {
    if (event.type === "text") {
      const text = visible.add(event.text);
      if (text !== "") yield { type: "text", text };
    } else if (event.type === "finished") {
      const rest = visible.end();
      if (rest !== "") yield { type: "text", text: rest };
      const toolCalls = readTextCalls(event.message.text, request.tools);
      for (const call of toolCalls) yield { type: "tool-call", call };
      const message: AssistantMessage = { ...event.message, toolCalls };
      const reason = event.reason === "end" && toolCalls.length > 0 ? "tools" : event.reason;
      yield { ...event, message, reason };
    } else {
      yield event;
    }
  }
}

function withoutTools(request: ModelRequest): ModelRequest {
  return {
    ...request,
    tools: [],
    system: [...request.system, { text: describeTools(request.tools), cache: true }],
    messages: request.messages.map(withoutToolRoles),
  };
}

/** The calls of a past answer stand in its text already. */
function withoutToolRoles(message: ModelMessage): ModelMessage {
  if (message.role === "assistant") return { ...message, toolCalls: [] };
  if (message.role === "user") return message;
  const text = message.results
    .map(
      ({ callId, text, isError }) => `<result call="${callId}"${isError ? ' error="true"' : ""}>\n${text}\n</result>`,
    )
    .join("\n");
  return { role: "user", content: [{ type: "text", text }] };
}

export function describeTools(tools: readonly ToolSpec[]): string {
  const blocks = tools.map((tool) => {
    const parameters = Object.entries(propertiesOf(tool)).map(([name, schema]) => {
      const optional = requiredOf(tool).includes(name) ? "" : " (optional)";
      return `- ${name}${optional}: ${schema.description ?? schema.type ?? "any JSON"}`;
    });
    return [`## ${tool.name}`, tool.description, ...parameters].join("\n");
  });
  return [
    "# Tools",
    "To use a tool, write a call in exactly this form, each tag on its own line, values as they are, without escaping:",
    '<call tool="NAME">\n<PARAMETER>\nVALUE\n</PARAMETER>\n</call>',
    "A value that is not text is written as JSON. You may write several calls; stop after the last one and wait for the results.",
    ...blocks,
  ].join("\n\n");
}

interface PropertySchema {
  type?: string;
  description?: string;
}

function propertiesOf(tool: ToolSpec): Record<string, PropertySchema> {
  return (tool.input["properties"] ?? {}) as Record<string, PropertySchema>;
}

function requiredOf(tool: ToolSpec): readonly string[] {
  return (tool.input["required"] ?? []) as readonly string[];
}

const callPattern = /^[ \t]*<call tool="([\w-]+)">[ \t]*\r?\n?([\s\S]*?)^[ \t]*<\/call>[ \t]*$/gm;

export function readTextCalls(text: string, tools: readonly ToolSpec[]): ToolCall[] {
  return [...text.matchAll(callPattern)].map(([, name = "", body = ""], index) => {
    const id = `text_${index + 1}`;
    const tool = tools.find((candidate) => candidate.name === name);
    return { id, name, ...readParameters(body, tool ? propertiesOf(tool) : {}) };
  });
}

function readParameters(
  body: string,
  properties: Record<string, PropertySchema>,
): Pick<ToolCall, "input" | "unreadable"> {
  const input: Record<string, unknown> = {};
  let rest = body;
  for (;;) {
    const open = /<([\w-]+)>/.exec(rest);
    const name = open?.[1];
    if (!open || name === undefined) return { input };
    const start = open.index + open[0].length;
    const end = closingTag(rest, name, start, properties);
    if (end === -1) return { input: body, unreadable: `The value of <${name}> is not closed by </${name}>.` };
    const value = rest
      .slice(start, end)
      .replace(/^\r?\n/, "")
      .replace(/\r?\n[ \t]*$/, "");
    const type = properties[name]?.type;
    if (type === undefined || type === "string") {
      input[name] = value;
    } else {
      try {
        input[name] = JSON.parse(value);
      } catch {
        return { input: body, unreadable: `The value of <${name}> must be JSON (${type}).` };
      }
    }
    rest = rest.slice(end + name.length + 3);
  }
}

/** The last closing tag before the next parameter, since a file's text may hold the same tag itself. */
function closingTag(text: string, name: string, start: number, properties: Record<string, PropertySchema>): number {
  const others = Object.keys(properties).filter((other) => other !== name);
  const next = others
    .map((other) => text.search(new RegExp(`^[ \\t]*<${other}>[ \\t]*$`, "m")))
    .filter((at) => at > start)
    .reduce((least, at) => Math.min(least, at), text.length);
  const before = text.lastIndexOf(`</${name}>`, next);
  return before >= start ? before : text.indexOf(`</${name}>`, start);
}

/** Text as the user may read it while it streams: without the calls. */
class VisibleText {
  #held = "";
  #inCall = false;

  add(piece: string): string {
    this.#held += piece;
    let shown = "";
    for (;;) {
      const mark = this.#inCall ? "</call>" : "<call tool=";
      const at = this.#held.indexOf(mark);
      if (at === -1) {
        const keep = longestEndThatStarts(this.#held, mark);
        if (!this.#inCall) shown += this.#held.slice(0, this.#held.length - keep);
        this.#held = this.#held.slice(this.#held.length - keep);
        return shown;
      }
      if (!this.#inCall) shown += this.#held.slice(0, at);
      this.#held = this.#held.slice(at + mark.length);
      this.#inCall = !this.#inCall;
    }
  }

  end(): string {
    return this.#inCall ? "" : this.#held;
  }
}

function longestEndThatStarts(text: string, mark: string): number {
  for (let length = Math.min(text.length, mark.length - 1); length > 0; length -= 1) {
    if (text.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
}

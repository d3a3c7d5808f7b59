// The rules of a conversation: each call of a tool is answered at once, thinking comes back as it was sent.
import { invalid } from "./api-problem.ts";
import type { RequestBlock, RequestMessage } from "./message-request.ts";
import { signs } from "./signature.ts";

export function checkConversation(messages: readonly RequestMessage[], refusesPrefill: boolean): void {
  const turns = mergeTurns(messages);
  if (turns[0]?.role === "assistant") throw invalid('messages: first message must use the "user" role');
  if (turns[0]?.role === "system") throw invalid("messages.0: a `system` message must follow a `user` message");
  for (const [at, turn] of turns.entries()) {
    if (turn.content.length === 0) {
      throw invalid(`messages.${turn.index}: all messages must have non-empty content`);
    }
    for (const [place, block] of turn.content.entries()) {
      checkBlock(block, `messages.${turn.index}.content.${place}`);
      checkPlace(block, turn);
    }
    checkResults(turn, turns[at - 1]);
    checkCalls(turn, turns[at + 1]);
  }
  if (refusesPrefill && turns.at(-1)?.role === "assistant") {
    throw invalid(
      "This model does not support assistant message prefill. The conversation must end with a user message.",
    );
  }
}

interface Turn {
  readonly role: RequestMessage["role"];
  /** Of its first message. */
  readonly index: number;
  readonly content: readonly RequestBlock[];
}

/** Messages of one role in a row count as one. */
function mergeTurns(messages: readonly RequestMessage[]): Turn[] {
  const turns: Turn[] = [];
  for (const [index, { role, content }] of messages.entries()) {
    const last = turns.at(-1);
    if (last?.role === role) turns[turns.length - 1] = { ...last, content: [...last.content, ...content] };
    else turns.push({ role, index, content });
  }
  return turns;
}

function checkBlock(block: RequestBlock, path: string): void {
  if (block.type === "text" && block.text === "") throw invalid("messages: text content blocks must be non-empty");
  if (block.type === "text" && block.text.trim() === "") {
    throw invalid("messages: text content blocks must contain non-whitespace text");
  }
  if (block.type === "thinking" && !signs(block.signature, block.thinking)) {
    throw invalid(`${path}: Invalid \`signature\` in \`thinking\` block`);
  }
  if (block.type === "redacted_thinking") throw invalid(`${path}: Invalid \`data\` in \`redacted_thinking\` block`);
}

/** Which blocks a role may hold. */
const ownBlocks: Readonly<Record<RequestMessage["role"], readonly RequestBlock["type"][]>> = {
  user: ["text", "image", "document", "tool_result"],
  assistant: ["text", "thinking", "redacted_thinking", "tool_use"],
  system: ["text"],
};

function checkPlace({ type }: RequestBlock, { role, index }: Turn): void {
  if (!ownBlocks[role].includes(type)) {
    throw invalid(`messages.${index}: \`${type}\` blocks are not permitted in \`${role}\` messages`);
  }
}

const callsOf = (turn: Turn | undefined): string[] =>
  turn?.role === "assistant" ? turn.content.flatMap((block) => (block.type === "tool_use" ? [block.id] : [])) : [];
const resultsOf = (turn: Turn | undefined): string[] =>
  turn?.role === "user"
    ? turn.content.flatMap((block) => (block.type === "tool_result" ? [block.tool_use_id] : []))
    : [];

function checkResults(turn: Turn, before: Turn | undefined): void {
  const calls = callsOf(before);
  const seen = new Set<string>();
  for (const [place, block] of turn.content.entries()) {
    if (block.type !== "tool_result") continue;
    const id = block.tool_use_id;
    const path = `messages.${turn.index}.content.${place}`;
    if (!calls.includes(id)) {
      throw invalid(
        `${path}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${id}. ` +
          "Each `tool_result` block must have a corresponding `tool_use` block in the previous message.",
      );
    }
    if (seen.has(id)) {
      throw invalid(
        `${path}: each tool_use must have a single result. Found multiple \`tool_result\` blocks with id: ${id}`,
      );
    }
    seen.add(id);
  }
}

function checkCalls(turn: Turn, after: Turn | undefined): void {
  const calls = callsOf(turn);
  if (new Set(calls).size < calls.length) throw invalid(`messages.${turn.index}: \`tool_use\` ids must be unique`);
  const results = resultsOf(after);
  const unanswered = calls.filter((id) => !results.includes(id));
  if (unanswered.length > 0) {
    throw invalid(
      `messages.${turn.index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ` +
        `${unanswered.join(", ")}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`,
    );
  }
}

// A response as its stream: each item is announced, written in pieces and closed; the last event holds the whole.
import type { ResponseStreamEvent } from "openai/resources/responses/responses";
import type { ServerSentEvent } from "../send-events.ts";
import { splitText } from "../split-text.ts";
import type { DraftItem, WireResponse } from "./draft-response.ts";

/** An event before its number, and before the response is what the SDK makes of it. */
type Wire<Event> = Event extends { response: unknown }
  ? Omit<Event, "sequence_number" | "response"> & { response: WireResponse }
  : Omit<Event, "sequence_number">;
type WireEvent = Wire<ResponseStreamEvent>;

export function responseEvents(response: WireResponse): ServerSentEvent[] {
  const { completed_at: _, ...rest } = response;
  const begun: WireResponse = {
    ...rest,
    status: "in_progress",
    incomplete_details: null,
    output: [],
    usage: null,
  };
  const events: WireEvent[] = [
    { type: "response.created", response: begun },
    { type: "response.in_progress", response: begun },
    ...response.output.flatMap((item, index) => itemEvents(item, index)),
    { type: response.status === "incomplete" ? "response.incomplete" : "response.completed", response },
  ];
  return events.map((event, at) => ({ name: event.type, data: { ...event, sequence_number: at } }));
}

function itemEvents(item: DraftItem, index: number): WireEvent[] {
  const [opened, ...written] =
    item.type === "reasoning"
      ? writeThinking(item, index)
      : item.type === "message"
        ? writeMessage(item, index)
        : writeCall(item, index);
  return [
    { type: "response.output_item.added", output_index: index, item: opened },
    ...written,
    { type: "response.output_item.done", output_index: index, item },
  ];
}

type Item<Type> = Extract<DraftItem, { type: Type }>;
/** The item as it is announced, then what is written into it. */
type Written = [DraftItem, ...WireEvent[]];

function writeThinking(item: Item<"reasoning">, index: number): Written {
  const at = { item_id: item.id, output_index: index };
  return [
    { ...item, summary: [] },
    ...item.summary.flatMap((part, summary_index): WireEvent[] => {
      const here = { ...at, summary_index };
      return [
        { type: "response.reasoning_summary_part.added", ...here, part: { type: "summary_text", text: "" } },
        ...splitText(part.text).map((delta): WireEvent => ({
          type: "response.reasoning_summary_text.delta",
          ...here,
          delta,
        })),
        { type: "response.reasoning_summary_text.done", ...here, text: part.text },
        { type: "response.reasoning_summary_part.done", ...here, part },
      ];
    }),
  ];
}

function writeMessage(item: Item<"message">, index: number): Written {
  const at = { item_id: item.id, output_index: index };
  return [
    { ...item, status: "in_progress", content: [] },
    ...item.content.flatMap((part, content_index): WireEvent[] => {
      const here = { ...at, content_index };
      if (part.type === "refusal") {
        const { refusal } = part;
        return [
          { type: "response.content_part.added", ...here, part: { ...part, refusal: "" } },
          ...splitText(refusal).map((delta): WireEvent => ({ type: "response.refusal.delta", ...here, delta })),
          { type: "response.refusal.done", ...here, refusal },
          { type: "response.content_part.done", ...here, part },
        ];
      }
      const { text } = part;
      return [
        { type: "response.content_part.added", ...here, part: { ...part, text: "" } },
        ...splitText(text).map((delta): WireEvent => ({
          type: "response.output_text.delta",
          ...here,
          delta,
          logprobs: [],
        })),
        { type: "response.output_text.done", ...here, text, logprobs: [] },
        { type: "response.content_part.done", ...here, part },
      ];
    }),
  ];
}

function writeCall(item: Item<"function_call">, index: number): Written {
  const at = { item_id: item.id ?? "", output_index: index };
  return [
    { ...item, status: "in_progress", arguments: "" },
    ...splitText(item.arguments).map((delta): WireEvent => ({
      type: "response.function_call_arguments.delta",
      ...at,
      delta,
    })),
    { type: "response.function_call_arguments.done", ...at, arguments: item.arguments },
  ];
}

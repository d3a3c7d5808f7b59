// A long conversation as it is sent: what tools answered long ago is cut when the whole grows too long. The cut is made in
// steps and depends on the messages alone, so that between two steps every call repeats the last one's beginning, which
// the provider then has in its cache; and a run that goes on after a crash sends the same.
import type { ModelMessage } from "#engine/llm/provider.ts";

/** Characters of tools' answers in a conversation; about 40,000 tokens. */
const mostCharacters = 160_000;
/** Messages of tools at the end that stay whole. */
const keptWhole = 6;
/** Shorter answers stay: cutting them saves nothing. */
const shortest = 400;

export const cutNote = "(cut, since it was long ago: read it again if you need it)";

export function compactMessages(messages: readonly ModelMessage[]): readonly ModelMessage[] {
  const sent = [...messages];
  let size = 0;
  for (const [at, message] of sent.entries()) {
    if (message.role !== "tool") continue;
    size += sizeOf(message);
    if (size <= mostCharacters) continue;
    const earlier = sent.slice(0, at + 1).flatMap((each, index) => (each.role === "tool" ? [index] : []));
    for (const index of earlier.slice(0, -keptWhole)) {
      const old = sent[index];
      if (old?.role !== "tool") continue;
      const results = old.results.map((result) =>
        result.isError || result.text.length < shortest ? result : { ...result, text: cutNote },
      );
      sent[index] = { ...old, results };
    }
    size = earlier.reduce((sum, index) => sum + sizeOf(sent[index]), 0);
    // The last ones alone are longer than the limit: they are what the model works with.
    if (size > mostCharacters) size = mostCharacters / 2;
  }
  return sent;
}

function sizeOf(message: ModelMessage | undefined): number {
  return message?.role === "tool" ? message.results.reduce((sum, { text }) => sum + text.length, 0) : 0;
}

import { describe, expect, test } from "vitest";
import { type Entry, replyTo } from "../src/shared/assistant/assistant.ts";

const entries: readonly Entry[] = [
  { title: "How do I return something?", text: "Send it back within 30 days." },
  { title: "When are you open?", text: "Every day from 9 to 17." },
];

describe("the assistant", () => {
  test("answers with the entry that a question is about, whatever its grammar", () => {
    expect(replyTo("I want to return my lamp", entries).text).toBe("Send it back within 30 days.");
    expect(replyTo("returning things", entries).text).toBe("Send it back within 30 days.");
  });

  test("says when it does not know, and what it could be asked", () => {
    const reply = replyTo("qwertzuiop", entries);
    expect(reply.text).toMatch(/did not understand/);
    expect(reply.entries).toHaveLength(2);
  });

  test("lists the questions when it is asked for them", () => {
    expect(replyTo("What are your FAQs?", entries).entries).toEqual(entries);
  });
});

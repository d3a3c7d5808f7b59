import { expect, it } from "vitest";
import type { Envelope } from "#protocol/envelope.ts";
import { ApiError } from "../../lib/api-error.ts";
import { readWholeLog } from "./read-whole-log.ts";

const logged = (seq: number, text: string) =>
  ({
    v: 1,
    seq,
    ts: "2026-11-21T10:00:00.000Z",
    type: "log.appended",
    data: { source: "build", level: "info", text },
  }) as Envelope;
const other = (seq: number) => ({ v: 1, seq, type: "plan.approved", data: { generationId: "gen_1" } }) as Envelope;
const tooMany = new ApiError({ code: "RATE_LIMITED", message: "Wait.", status: 429, retryAfter: 7 });

async function collect(answers: (ApiError | { items: Envelope[]; nextCursor: string | null })[]) {
  const asked: string[] = [];
  const waited: number[] = [];
  const texts: string[] = [];
  const pages = readWholeLog(
    "prj_1",
    {
      get: async (path) => {
        asked.push(new URL(path, "http://x").searchParams.get("after") ?? "");
        const answer = answers.shift();
        if (answer === undefined || answer instanceof ApiError) throw answer;
        return answer;
      },
      wait: async (seconds) => void waited.push(seconds),
    },
    new AbortController().signal,
  );
  for await (const { lines } of pages) texts.push(...lines.map(({ text }) => text));
  return { asked, waited, texts };
}

it("reads every page to the end of the log, and only what was printed", async () => {
  const { asked, texts } = await collect([
    { items: [logged(4, "one\ntwo"), other(5)], nextCursor: "5" },
    { items: [logged(6, "three")], nextCursor: null },
  ]);
  expect(texts).toEqual(["one", "two", "three"]);
  expect(asked).toEqual(["0", "5"]);
});

it("waits when there were too many requests, and asks for the same page again", async () => {
  const { asked, waited, texts } = await collect([
    { items: [logged(1, "one")], nextCursor: "1" },
    tooMany,
    { items: [logged(2, "two")], nextCursor: null },
  ]);
  expect(texts).toEqual(["one", "two"]);
  expect(asked).toEqual(["0", "1", "1"]);
  expect(waited).toEqual([7]);
});

it("gives up when waiting does not help", async () => {
  await expect(collect([tooMany, tooMany, tooMany])).rejects.toBe(tooMany);
});

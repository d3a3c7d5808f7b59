import { z } from "@hono/zod-openapi";
import { expect, it } from "vitest";
import { plainMessage } from "./plain-message.ts";

const schema = z.object({
  name: z.string().min(3).max(5),
  own: z.string().min(1, "Enter a name.").optional(),
  count: z.number().min(0).max(9),
  tags: z.array(z.string()).max(1),
});
const valid = { name: "abcd", count: 1, tags: [] };

it.each([
  { said: { name: "abcdef" }, message: "Use at most 5 characters." },
  { said: { name: "a" }, message: "Use at least 3 characters." },
  { said: { count: -1 }, message: "It has to be at least 0." },
  { said: { count: 10 }, message: "It may be at most 9." },
  { said: { tags: ["a", "b"] }, message: "Give at most 1 entry." },
  { said: { name: undefined }, message: "It is missing." },
  { said: { count: "1" }, message: "It has to be a number." },
  { said: { own: "" }, message: "Enter a name." },
])("tells people what is wrong with $said: $message", ({ said, message }) => {
  const result = schema.safeParse({ ...valid, ...said });
  expect(result.error?.issues.map(plainMessage)).toEqual([message]);
});

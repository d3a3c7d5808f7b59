import { expect, it } from "vitest";
import { fitContent } from "./fit-content.ts";
import { findModel, unknownModel } from "./models.ts";
import type { ContentPart, ModelRequest } from "./provider.ts";

const content: ContentPart[] = [
  { type: "text", text: "Look:" },
  { type: "image", mediaType: "image/png", base64: "aW1n", instead: "[a picture that you cannot see]" },
  { type: "pdf", name: "a.pdf", base64: "cGRm", instead: "what the PDF says" },
];
const requestOf = (model: ModelRequest["model"]): ModelRequest => ({
  model,
  system: [],
  messages: [{ role: "user", content }],
  tools: [],
  maxOutputTokens: 1_000,
  temperature: null,
  effort: null,
});
const typesFor = (model: ModelRequest["model"]): string[] =>
  fitContent(requestOf(model)).messages.flatMap((message) =>
    message.role === "user" ? message.content.map((part) => (part.type === "text" ? part.text : part.type)) : [],
  );

it.each([
  ["that sees and reads", findModel("anthropic", "claude-sonnet-5-5"), ["Look:", "image", "pdf"]],
  ["that sees and does not read", unknownModel("openai", "gpt-x"), ["Look:", "image", "what the PDF says"]],
  [
    "of a local server",
    unknownModel("compatible", "llama"),
    ["Look:", "[a picture that you cannot see]", "what the PDF says"],
  ],
])("gives a model %s what it takes", (_what, model, expected) => {
  expect(typesFor(model)).toEqual(expected);
});

import { describe, expect, it } from "vitest";
import { costOf, estimatePromptTokens, worstCaseCost } from "./cost.ts";
import { findModel, models, modelSchema, parseModels } from "./models.ts";
import type { ModelRequest } from "./provider.ts";

const request = (over: Partial<ModelRequest> = {}): ModelRequest => ({
  model: findModel("anthropic", "claude-sonnet-5-5"),
  system: [],
  messages: [],
  tools: [],
  maxOutputTokens: 1_000,
  temperature: null,
  effort: null,
  ...over,
});

describe("the table of models", () => {
  it("holds nothing but valid entries, each once", () => {
    for (const model of models) expect(modelSchema.parse(model)).toEqual(model);
    expect(new Set(models.map((model) => `${model.provider}/${model.id}`)).size).toBe(models.length);
  });

  it("gives an unknown model no price and cautious sizes", () => {
    const model = findModel("anthropic", "claude-of-tomorrow");
    expect(model.rates).toBeNull();
    expect(model.contextTokens).toBeLessThanOrEqual(200_000);
    expect(costOf(model, { input: 5, cacheRead: 0, cacheWrite: 0, output: 5 })).toBeNull();
  });

  it("takes prices and new models from a configuration", () => {
    const rates = { input: 1, output: 2, cacheRead: 0, cacheWrite: 0 };
    const table = parseModels(
      JSON.stringify([
        { provider: "compatible", id: "qwen3-coder", rates, takesTools: false },
        { provider: "anthropic", id: "claude-opus-5-5", maxOutputTokens: 9 },
      ]),
    );
    expect(findModel("compatible", "qwen3-coder", table)).toMatchObject({ rates, takesTools: false });
    expect(findModel("anthropic", "claude-opus-5-5", table)).toMatchObject({ maxOutputTokens: 9, rates: { input: 4 } });
  });

  it.each(["{", "{}", '[{"id":"x"}]', '[{"id":"x","provider":"anthropic","rates":{"input":-1}}]'])(
    "refuses %s with the reason",
    (text) => {
      expect(() => parseModels(text)).toThrow(/configured models/);
    },
  );
});

describe("the cost of a call", () => {
  it("counts each kind of token at its own rate", () => {
    const model = findModel("anthropic", "claude-opus-5-5");
    const million = 1_000_000;
    expect(costOf(model, { input: million, cacheRead: million, cacheWrite: million, output: million })).toBeCloseTo(
      4 + 0.2 + 5 + 20,
    );
  });

  it("takes the rates of long prompts for the whole call, cached tokens included", () => {
    const model = findModel("anthropic", "claude-haiku-5-5");
    expect(costOf(model, { input: 10, cacheRead: 100_000, cacheWrite: 0, output: 1_000_000 })).toBeCloseTo(2.505, 2);
    expect(costOf(model, { input: 0, cacheRead: 100_000, cacheWrite: 0, output: 1_000_000 })).toBeCloseTo(0.501, 2);
  });

  it("is bounded before the call by a dear prompt and a full answer", () => {
    const text = "const answer = 42;\n".repeat(1_000);
    const bound = worstCaseCost(request({ messages: [{ role: "user", content: [{ type: "text", text }] }] }));
    expect(bound).toBeGreaterThan((1_000 * 10 + (text.length / 4) * 2.5) / 1_000_000);
  });

  it("estimates more tokens than any tokenizer counts", () => {
    const text = "日本語のテキスト";
    const alone = estimatePromptTokens(request());
    const filled = estimatePromptTokens(request({ system: [{ text, cache: false }] }));
    expect(filled - alone).toBeGreaterThanOrEqual(text.length);
  });
});

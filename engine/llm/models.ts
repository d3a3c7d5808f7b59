// Models as data: prices, sizes and what each takes. Prices are US dollars per million tokens, from the providers' price
// pages of November 2026. A deployment adds models or overrides these by configuration (`parseModels`).
import { z } from "zod";
import { providerIds } from "./provider.ts";

const rate = z.number().min(0);
const ratesSchema = z.object({ input: rate, cacheRead: rate, cacheWrite: rate, output: rate });
export type Rates = z.infer<typeof ratesSchema>;

export const modelSchema = z.object({
  id: z.string().min(1).max(120),
  provider: z.enum(providerIds),
  label: z.string().max(80),
  /** Tokens of input and output together. */
  contextTokens: z.number().int().positive(),
  maxOutputTokens: z.number().int().positive(),
  /** Null for a model whose price is not known: shown as "unpriced", and refused where a budget must hold. */
  rates: ratesSchema.nullable(),
  /** Other rates for the whole call when its prompt is longer than this. */
  longPrompt: z.object({ above: z.number().int(), rates: ratesSchema }).optional(),
  /** Whether the caller may say how much the model thinks. */
  takesEffort: z.boolean(),
  takesTemperature: z.boolean(),
  /** Without tools the text protocol of `text-tools.ts` is used. */
  takesTools: z.boolean(),
  takesImages: z.boolean(),
  takesPdf: z.boolean(),
});
export type ModelInfo = z.infer<typeof modelSchema>;

const rates = (input: number, output: number, cacheRead: number, cacheWrite: number): Rates => ({
  input,
  output,
  cacheRead,
  cacheWrite,
});

const claude: Omit<ModelInfo, "id" | "label" | "rates"> = {
  provider: "anthropic",
  contextTokens: 1_000_000,
  maxOutputTokens: 128_000,
  takesEffort: true,
  takesTemperature: false,
  takesTools: true,
  takesImages: true,
  takesPdf: true,
};
const gpt: typeof claude = { ...claude, provider: "openai", contextTokens: 1_050_000 };

export const models: readonly ModelInfo[] = [
  { ...claude, id: "claude-opus-5-5", label: "Claude Opus 5.5", rates: rates(4, 20, 0.2, 5) },
  { ...claude, id: "claude-sonnet-5-5", label: "Claude Sonnet 5.5", rates: rates(2, 10, 0.1, 2.5) },
  {
    ...claude,
    id: "claude-haiku-5-5",
    label: "Claude Haiku 5.5",
    rates: rates(0.1, 0.5, 0.01, 0.125),
    longPrompt: { above: 100_000, rates: rates(0.5, 2.5, 0.05, 0.625) },
  },
  { ...claude, id: "claude-opus-5", label: "Claude Opus 5", rates: rates(5, 25, 0.5, 6.25) },
  { ...claude, id: "claude-sonnet-5", label: "Claude Sonnet 5", rates: rates(2, 10, 0.2, 2.5) },
  {
    ...claude,
    id: "claude-haiku-4-5",
    label: "Claude Haiku 4.5",
    contextTokens: 200_000,
    maxOutputTokens: 64_000,
    rates: rates(1, 5, 0.1, 1.25),
    takesEffort: false,
  },
  {
    ...gpt,
    id: "gpt-6.1-sol",
    label: "GPT-6.1 Sol",
    rates: rates(2, 10, 0.1, 2.5),
    longPrompt: { above: 272_000, rates: rates(4, 15, 0.2, 5) },
  },
  {
    ...gpt,
    id: "gpt-6.1-terra",
    label: "GPT-6.1 Terra",
    rates: rates(1, 5, 0.05, 1.25),
    longPrompt: { above: 272_000, rates: rates(2, 7.5, 0.1, 2.5) },
  },
];

/** A model that the table does not know: cautious sizes, no price. */
export function unknownModel(provider: ModelInfo["provider"], id: string): ModelInfo {
  const base = provider === "anthropic" ? claude : gpt;
  const local = provider === "compatible";
  return {
    ...base,
    provider,
    id,
    label: id,
    rates: null,
    contextTokens: local ? 32_000 : 200_000,
    maxOutputTokens: local ? 8_000 : 32_000,
    takesEffort: false,
    takesTemperature: local,
    // Few local models see, and their servers fail on a picture: who runs one that does says so (NEXUSGEN_MODELS).
    takesImages: !local,
    takesPdf: false,
  };
}

export function findModel(
  provider: ModelInfo["provider"],
  id: string,
  known: readonly ModelInfo[] = models,
): ModelInfo {
  return known.find((model) => model.provider === provider && model.id === id) ?? unknownModel(provider, id);
}

const overrideSchema = z.array(modelSchema.partial().required({ id: true, provider: true })).max(200);

/** OpenAI lets its newest models call tools in the Responses API alone: in chat completions they get them as text. */
export const modelsInChat: readonly ModelInfo[] = models.map((model) =>
  model.provider === "openai" ? { ...model, takesTools: false } : model,
);

/**
 * A table with a configuration's models laid over it. `text`: a JSON array of partial entries; each needs `id` and
 * `provider`. Throws an Error that names what is wrong.
 */
export function parseModels(text: string, known: readonly ModelInfo[] = models): readonly ModelInfo[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error("The configured models are not JSON. Give an array of objects with id and provider.");
  }
  const parsed = overrideSchema.safeParse(json);
  if (!parsed.success) throw new Error(`The configured models are not valid: ${z.prettifyError(parsed.error)}`);
  const table = new Map(known.map((model) => [`${model.provider}/${model.id}`, model]));
  for (const entry of parsed.data) {
    const key = `${entry.provider}/${entry.id}`;
    const before = table.get(key) ?? unknownModel(entry.provider, entry.id);
    const given = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
    table.set(key, modelSchema.parse({ ...before, ...given }));
  }
  return [...table.values()];
}

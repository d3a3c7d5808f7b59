import type { CreateEmbeddingResponse } from "openai/resources/embeddings";
import { z } from "zod";
import { countTokens } from "../tokens.ts";
import { invalid, parseRequest } from "./api-problem.ts";
import { embed } from "./embed.ts";

const tokens = z.array(z.number().int());
const embeddingRequestSchema = z.strictObject({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(z.string()), tokens, z.array(tokens)]),
  dimensions: z.number().int().min(1).optional(),
  encoding_format: z.enum(["float", "base64"]).default("float"),
  user: z.string().optional(),
});

const largest: Readonly<Record<string, number>> = { "text-embedding-3-large": 3_072 };
const maxInputs = 2_048;

type Vector = number[] | string;
type Answer = Omit<CreateEmbeddingResponse, "data"> & {
  data: { object: "embedding"; index: number; embedding: Vector }[];
};

export function answerEmbeddings(body: unknown, checkModel: (model: string) => void): Answer {
  const request = parseRequest(embeddingRequestSchema, body);
  checkModel(request.model);
  const most = largest[request.model] ?? 1_536;
  const dimensions = request.dimensions ?? most;
  if (dimensions > most) {
    throw invalid(
      `Invalid value for 'dimensions' = ${dimensions}. Must be less than or equal to ${most}.`,
      "dimensions",
    );
  }
  if (request.dimensions !== undefined && request.model === "text-embedding-ada-002") {
    throw invalid("This model does not support specifying dimensions.", "dimensions");
  }
  const inputs = listInputs(request.input);
  if (inputs.length > maxInputs) {
    throw invalid(`Invalid 'input': array too long. Expected an array with maximum length ${maxInputs}.`, "input");
  }
  if (inputs.length === 0 || inputs.some(({ length }) => length === 0)) {
    throw invalid("Invalid 'input': input cannot be an empty string.", "input");
  }
  const promptTokens = inputs.reduce(
    (sum, input) => sum + (typeof input === "string" ? countTokens(input) : input.length),
    0,
  );
  return {
    object: "list",
    model: request.model,
    data: inputs.map((input, index) => ({
      object: "embedding",
      index,
      embedding: encode(embed(wordsOf(input), dimensions), request.encoding_format),
    })),
    usage: { prompt_tokens: promptTokens, total_tokens: promptTokens },
  };
}

type Input = string | number[];

function listInputs(input: string | string[] | number[] | number[][]): Input[] {
  if (typeof input === "string") return [input];
  return input.every((item) => typeof item === "number") ? [input] : [...input];
}

const wordsOf = (input: Input): string[] =>
  typeof input === "string" ? (input.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [input]) : input.map(String);

/** Base64 is of 32-bit floats, little-endian, which is what the SDK asks for unless told otherwise. */
function encode(vector: number[], format: "float" | "base64"): Vector {
  if (format === "float") return vector;
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, at * 4);
  return bytes.toString("base64");
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type CheckedPrompt, checkedPromptSchema } from "./ui-check.ts";

const own = join(import.meta.dirname, "prompts.json");
const ownSchema = z.array(z.object({ id: z.string(), prompt: z.string() }));

/** `--file FILE` (one JSON object a line) or our own prompts; `--from N`, `--limit N` and `--only ID` take a slice. */
export function readPrompts(options: readonly string[]): CheckedPrompt[] {
  const option = (name: string): string | undefined => options[options.indexOf(name) + 1 || options.length];
  const file = option("--file");
  const [from, limit, only] = [Number(option("--from") ?? 0), Number(option("--limit") ?? Infinity), option("--only")];
  return readAll(file)
    .filter(({ id }) => only === undefined || only.split(",").some((part) => id.endsWith(part)))
    .slice(from, from + limit);
}

function readAll(file: string | undefined): CheckedPrompt[] {
  if (file === undefined) {
    const prompts = ownSchema.parse(JSON.parse(readFileSync(own, "utf8")));
    return prompts.map(({ id, prompt }) => ({ id, instruction: prompt, category: "Own prompts", ui_tests: [] }));
  }
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => checkedPromptSchema.parse(JSON.parse(line)));
}

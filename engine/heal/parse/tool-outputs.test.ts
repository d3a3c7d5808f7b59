import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { classifyError } from "../classify/classify-error.ts";
import { toolOutputs } from "../fixtures/tools.ts";
import { parseOutput } from "./parse-output.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "tools");

describe("what other tools print", () => {
  it.each(toolOutputs)("is read: %s", (file, source, faults) => {
    const errors = parseOutput(source, readFileSync(join(folder, `${file}.txt`), "utf8"));
    const found = errors.map((error) => {
      const place = [error.file, error.line].filter((part) => part !== null).join(":");
      return [classifyError(error).leaf, error.tool, error.code, place];
    });
    expect(found).toEqual(faults);
  });
});

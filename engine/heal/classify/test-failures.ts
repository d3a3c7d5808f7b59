// What vitest prints of a failing run, without the tests that passed. Pure.

const section = /^⎯+ Failed (?:Tests|Suites) \d+ ⎯+$/m;
const counts = /^\s*Tests? Files? .*$/m;

/** From the first failure on, without the closing times; output of another kind as it is. */
export function failingPart(output: string): string {
  const from = section.exec(output)?.index;
  if (from === undefined) return output;
  const rest = output.slice(from);
  const to = counts.exec(rest)?.index ?? rest.length;
  return rest.slice(0, to).trim();
}

/** The first failure as one line, "tests/a.test.ts > adds: expected 1 to be 2"; null when the output names none. */
export function firstTestFailure(output: string): string | null {
  const lines = failingPart(output).split("\n");
  const at = lines.findIndex((line) => /^\s*FAIL\s/.test(line));
  if (at === -1) return null;
  const where = (lines[at] ?? "").replace(/^\s*FAIL\s+/, "").trim();
  const why = lines.slice(at + 1).find((line) => line.trim() !== "" && !/^\s*FAIL\s/.test(line)) ?? "";
  return `${where}: ${why.replace(/^AssertionError: /, "").trim()}`.slice(0, 300);
}

// npm run bench -- NAME [options]: runs one benchmark and prints its figures as one JSON object on the last line.
import { readdirSync } from "node:fs";
import { join } from "node:path";

export interface Benchmark {
  /** Options are the words after the name. Progress goes to standard error. */
  run(options: string[]): Promise<Record<string, unknown>>;
}

const [name, ...options] = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".bench.ts"))
  .map((file) => file.slice(0, -".bench.ts".length));

if (!name || !names.includes(name)) {
  console.error(`${name ? `There is no benchmark "${name}". ` : ""}Choose one: ${names.join(", ")}.`);
  process.exit(2);
}
const { benchmark } = (await import(join(import.meta.dirname, `${name}.bench.ts`))) as { benchmark: Benchmark };
const figures = await benchmark.run(options);
console.log(JSON.stringify({ benchmark: name, ...figures }));
process.exit(0);

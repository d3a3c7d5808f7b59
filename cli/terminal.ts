// Writes lines, and on a terminal keeps one status line below them.
import { stripVTControlCharacters, styleText } from "node:util";
import type { Line, Tone } from "./progress.ts";

const styles: Record<Tone, Parameters<typeof styleText>[0] | undefined> = {
  good: "green",
  bad: "red",
  warn: "yellow",
  dim: "dim",
  plain: undefined,
};
const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const frameMs = 100;

export interface Output {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Colours only on a terminal, and not when NO_COLOR is set (no-color.org: to anything but an empty text). */
export function wantsColour(output: Output, environment: NodeJS.ProcessEnv): boolean {
  return output.isTTY === true && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
}

/** What a generated program prints must not steer the terminal of whoever watches it. */
export function formatLine(line: Line, colour: boolean): string {
  // oxlint-disable-next-line no-control-regex
  const text = stripVTControlCharacters(line.text).replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, "");
  const style = styles[line.tone];
  return colour && style !== undefined ? styleText(style, text, { validateStream: false }) : text;
}

export class Terminal {
  readonly #output: Output;
  readonly #colour: boolean;
  #timer: NodeJS.Timeout | undefined;
  #frame = 0;
  #shown = false;

  constructor(output: Output, environment: NodeJS.ProcessEnv) {
    this.#output = output;
    this.#colour = wantsColour(output, environment);
  }

  print(lines: readonly Line[]): void {
    if (lines.length === 0) return;
    this.#clear();
    this.#output.write(lines.map((line) => `${formatLine(line, this.#colour)}\n`).join(""));
  }

  /** Redraws what `text` gives until `stop`; nothing where the output is not a terminal. */
  keepStatus(text: () => string): void {
    if (this.#output.isTTY !== true) return;
    this.#timer = setInterval(() => this.#draw(text()), frameMs);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#clear();
  }

  #draw(text: string): void {
    this.#clear();
    if (text === "") return;
    this.#frame = (this.#frame + 1) % frames.length;
    const width = Math.max(10, (this.#output.columns || 80) - 1);
    const line = formatLine({ tone: "plain", text: `${frames[this.#frame]} ${text}` }, false);
    this.#output.write([...line].slice(0, width).join(""));
    this.#shown = true;
  }

  #clear(): void {
    if (this.#shown) this.#output.write("\r\u001b[2K");
    this.#shown = false;
  }
}

// oxlint-disable no-control-regex -- control characters are what this file is about
// Turns the raw output of a process into batches of whole lines without terminal control sequences.
import { StringDecoder } from "node:string_decoder";

export type OutputStream = "stdout" | "stderr";
export type LineSink = (stream: OutputStream, text: string) => void;

const batchMs = 50;
/** A line longer than this is cut, so that a program that never writes a newline cannot hold its output back. */
const longestLine = 64 * 1024;

// CSI, OSC (ended by BEL or ST) and the two-byte escapes; then what is left of control characters.
const escapes =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[PX^_][^\u001b]*(?:\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]*[ -/]*[@-~]/g;
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** What a terminal would show: escapes gone, and of `a\rb` only `b`. */
export function plainLine(line: string): string {
  const text = line.replace(escapes, "").replace(/\r+$/, "");
  return text.slice(text.lastIndexOf("\r") + 1).replace(controls, "");
}

export class LogLines {
  readonly #sink: LineSink;
  readonly #rewrite: (text: string) => string;
  readonly #decoders = { stdout: new StringDecoder("utf8"), stderr: new StringDecoder("utf8") };
  readonly #partial = { stdout: "", stderr: "" };
  #ready: { stream: OutputStream; lines: string[] }[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(sink: LineSink, rewrite: (text: string) => string = (text) => text) {
    this.#sink = sink;
    this.#rewrite = rewrite;
  }

  write(stream: OutputStream, chunk: Buffer): void {
    const lines = (this.#partial[stream] + this.#decoders[stream].write(chunk)).split("\n");
    let rest = lines.pop() ?? "";
    while (rest.length > longestLine) {
      lines.push(rest.slice(0, longestLine));
      rest = rest.slice(longestLine);
    }
    this.#partial[stream] = rest;
    if (lines.length > 0) this.#queue(stream, lines);
  }

  /** Emits everything, also the last line that has no newline. */
  end(): void {
    for (const stream of ["stdout", "stderr"] as const) {
      const rest = this.#partial[stream] + this.#decoders[stream].end();
      this.#partial[stream] = "";
      if (rest !== "") this.#queue(stream, [rest]);
    }
    this.#flush();
  }

  #queue(stream: OutputStream, lines: string[]): void {
    const plain = lines.map((line) => this.#rewrite(plainLine(line)));
    const last = this.#ready.at(-1);
    if (last?.stream === stream) last.lines.push(...plain);
    else this.#ready.push({ stream, lines: plain });
    this.#timer ??= setTimeout(() => this.#flush(), batchMs);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const ready = this.#ready;
    this.#ready = [];
    for (const { stream, lines } of ready) this.#sink(stream, lines.join("\n"));
  }
}

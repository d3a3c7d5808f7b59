// Collects what a build prints: whole for the stored log (bounded), by step for the diagnosis, and live for the console.
import type { BuildEvent, StepName } from "#builder/protocol.ts";
import type { LogLevel, LogSource } from "#protocol/project-events.ts";

/** Characters kept; the builder limits a step's output as well. */
const keptCharacters = 4_000_000;

const errorLine = /\berror\b|\bFAIL\b|✗|×/i;

export class BuildTranscript {
  readonly #log: (source: LogSource, level: LogLevel, text: string) => void;
  readonly #lines: { step: StepName; text: string }[] = [];
  #characters = 0;

  constructor(log: (source: LogSource, level: LogLevel, text: string) => void) {
    this.#log = log;
  }

  add(event: BuildEvent): void {
    switch (event.type) {
      case "log": {
        this.#keep(event.step, event.text);
        const level = event.stream === "stdout" ? "info" : errorLine.test(event.text) ? "error" : "warn";
        this.#log(event.step, level, event.text);
        return;
      }
      case "step.started":
        this.#log(event.step, "debug", `${event.step} started.`);
        return;
      case "step.finished": {
        const { step, outcome, durationMs, peakMemoryBytes, cpuMs } = event.result;
        const text = `${step} ${outcome} in ${seconds(durationMs)} (${seconds(cpuMs)} CPU, ${Math.round(peakMemoryBytes / 2 ** 20)} MiB).`;
        this.#keep(step, text);
        this.#log(step, outcome === "passed" ? "info" : "error", text);
        return;
      }
      case "heartbeat":
      case "report":
      case "finished":
        return;
      default:
        return event satisfies never;
    }
  }

  get text(): string {
    return this.#lines.map(({ step, text }) => text.replaceAll(/^/gm, `[${step}] `)).join("\n");
  }

  ofStep(step: StepName): string {
    return this.#lines
      .filter((line) => line.step === step)
      .map((line) => line.text)
      .join("\n");
  }

  #keep(step: StepName, text: string): void {
    if (this.#characters > keptCharacters) return;
    this.#characters += text.length;
    this.#lines.push({ step, text });
  }
}

/** The lines of a step in the text of a transcript. */
export function linesOfStep(text: string, step: StepName): string {
  const mark = `[${step}] `;
  return text
    .split("\n")
    .flatMap((line) => (line.startsWith(mark) ? line.slice(mark.length) : []))
    .join("\n");
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

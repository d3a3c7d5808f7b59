import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { formatLine, Terminal, wantsColour } from "./terminal.ts";

const terminalOutput = () => {
  const written: string[] = [];
  return { written, isTTY: true, columns: 20, write: (text: string) => written.push(text) };
};

test.each([
  ["a terminal", { isTTY: true }, {}, true],
  ["a pipe", {}, {}, false],
  ["a terminal with NO_COLOR", { isTTY: true }, { NO_COLOR: "1" }, false],
  ["a terminal with an empty NO_COLOR", { isTTY: true }, { NO_COLOR: "" }, true],
  ["a dumb terminal", { isTTY: true }, { TERM: "dumb" }, false],
])("%s", (_what, output, environment, colour) => {
  expect(wantsColour({ write: () => true, ...output }, environment)).toBe(colour);
});

test("what a generated program prints cannot steer the terminal", () => {
  const hostile = "\u001b]0;title\u0007\u001b[2Jcleared\rover\u0000\u009b31m";
  expect(formatLine({ tone: "plain", text: hostile }, false)).toBe("clearedover");
});

test("colour goes around the text, not into it", () => {
  expect(formatLine({ tone: "good", text: "ok" }, true)).toBe("\u001b[32mok\u001b[39m");
  expect(formatLine({ tone: "good", text: "ok" }, false)).toBe("ok");
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("the status line is cut to the width, redrawn, and out of the way when lines are printed", () => {
  const output = terminalOutput();
  const terminal = new Terminal(output, { NO_COLOR: "1" });
  terminal.keepStatus(() => "building and much more text than fits");
  vi.advanceTimersByTime(100);
  expect(output.written.at(-1)).toHaveLength(19);
  terminal.print([{ tone: "plain", text: "a line" }]);
  expect(output.written.slice(-2)).toEqual(["\r\u001b[2K", "a line\n"]);
  vi.advanceTimersByTime(100);
  terminal.stop();
  expect(output.written.at(-1)).toBe("\r\u001b[2K");
  const count = output.written.length;
  vi.advanceTimersByTime(1000);
  expect(output.written).toHaveLength(count);
});

test("in a pipe there is no status line and no escape", () => {
  const output = { ...terminalOutput(), isTTY: false };
  const terminal = new Terminal(output, {});
  terminal.keepStatus(() => "building");
  vi.advanceTimersByTime(1000);
  terminal.print([{ tone: "bad", text: "failed" }]);
  terminal.stop();
  expect(output.written).toEqual(["failed\n"]);
});

// Lines and columns from 1, as tools count them, and offsets in the text.

export function offsetOf(text: string, line: number, column: number): number | null {
  let from = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf("\n", from);
    if (end < 0) return null;
    from = end + 1;
  }
  const end = text.indexOf("\n", from);
  const offset = from + column - 1;
  return offset > (end < 0 ? text.length : end) ? null : offset;
}

/** The whole line around an offset, its newline included. */
export function lineAround(text: string, from: number, to: number): { from: number; to: number } {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", Math.max(from, to - 1));
  return { from: start, to: end < 0 ? text.length : end + 1 };
}

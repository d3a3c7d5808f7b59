// The shortest edit script between two lists of lines (Myers, "An O(ND) Difference Algorithm", 1986). Pure.

export interface LineEdit {
  kind: " " | "-" | "+";
  line: string;
}

/** Beyond this many edits the script need not be the shortest: the rest is removed and added as a whole. */
const mostEdits = 1_000;

export function diffLines(before: readonly string[], after: readonly string[]): LineEdit[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const shortest = Math.min(before.length, after.length) - start;
  while (end < shortest && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [
    ...edits(" ", before.slice(0, start)),
    ...editMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...edits(" ", before.slice(before.length - end)),
  ];
}

function edits(kind: LineEdit["kind"], lines: readonly string[]): LineEdit[] {
  return lines.map((line) => ({ kind, line }));
}

function editMiddle(before: readonly string[], after: readonly string[]): LineEdit[] {
  const replaced = () => [...edits("-", before), ...edits("+", after)];
  if (before.length === 0 || after.length === 0) return replaced();
  const rounds = furthestReaching(before, after);
  return rounds ? walkBack(before, after, rounds) : replaced();
}

/** For each number of edits, how far into `before` each diagonal reaches; undefined when there are too many edits. */
function furthestReaching(before: readonly string[], after: readonly string[]): Int32Array[] | undefined {
  const limit = Math.min(before.length + after.length, mostEdits);
  const reach = new Int32Array(2 * limit + 3);
  const at = limit + 1;
  const rounds: Int32Array[] = [];
  for (let round = 0; round <= limit; round++) {
    rounds.push(reach.slice(at - round - 1, at + round + 2));
    for (let diagonal = -round; diagonal <= round; diagonal += 2) {
      let x = stepDown(reach, at, diagonal, round)
        ? value(reach, at + diagonal + 1)
        : value(reach, at + diagonal - 1) + 1;
      let y = x - diagonal;
      while (x < before.length && y < after.length && before[x] === after[y]) {
        x++;
        y++;
      }
      reach[at + diagonal] = x;
      if (x >= before.length && y >= after.length) return rounds;
    }
  }
  return undefined;
}

function walkBack(before: readonly string[], after: readonly string[], rounds: Int32Array[]): LineEdit[] {
  const script: LineEdit[] = [];
  let x = before.length;
  let y = after.length;
  for (let round = rounds.length - 1; round >= 0; round--) {
    const reach = rounds[round] ?? new Int32Array();
    // A round's copy is centred on its own width.
    const at = round + 1;
    const diagonal = x - y;
    const down = stepDown(reach, at, diagonal, round);
    const previous = down ? diagonal + 1 : diagonal - 1;
    const previousX = round === 0 ? 0 : value(reach, at + previous);
    const previousY = round === 0 ? 0 : previousX - previous;
    while (x > previousX && y > previousY && before[x - 1] === after[y - 1]) {
      script.push({ kind: " ", line: before[x - 1] ?? "" });
      x--;
      y--;
    }
    if (round === 0) break;
    script.push(down ? { kind: "+", line: after[y - 1] ?? "" } : { kind: "-", line: before[x - 1] ?? "" });
    x = previousX;
    y = previousY;
  }
  return script.toReversed();
}

/** Whether the best way onto the diagonal is to add a line, rather than to remove one. */
function stepDown(reach: Int32Array, at: number, diagonal: number, round: number): boolean {
  if (diagonal === -round) return true;
  return diagonal !== round && value(reach, at + diagonal - 1) < value(reach, at + diagonal + 1);
}

function value(reach: Int32Array, index: number): number {
  return reach[index] ?? 0;
}

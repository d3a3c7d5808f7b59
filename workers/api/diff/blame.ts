// Which version each line of a file is from. Pure.
import { diffLines } from "./diff-lines.ts";

/** `texts`: newest first, each other than the next. The index of the one that brought each line. */
export function blameLines(texts: readonly (readonly string[])[]): number[] {
  const [newest = []] = texts;
  const origins = newest.map(() => texts.length - 1);
  // Lines of the version looked at that are not settled yet → their place in the newest one.
  let open = new Map(newest.map((_, index) => [index, index]));
  for (let index = 0; index < texts.length - 1 && open.size > 0; index++) {
    const kept = new Map<number, number>();
    let [older, newer] = [0, 0];
    for (const { kind } of diffLines(texts[index + 1] ?? [], texts[index] ?? [])) {
      const place = kind === "-" ? undefined : open.get(newer);
      if (place !== undefined && kind === "+") origins[place] = index;
      if (place !== undefined && kind === " ") kept.set(older, place);
      if (kind !== "+") older++;
      if (kind !== "-") newer++;
    }
    open = kept;
  }
  return origins;
}

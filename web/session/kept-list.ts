// An append-only list for long live logs. Pure and persistent: an append shares all full chunks with the list before it,
// so it costs the new items and at most one chunk; past a limit the oldest chunk is forgotten whole.
// An item's number is its place since the beginning: `dropped` is the number of the first item still held.

export interface KeptList<T> {
  /** All but the last are full. */
  readonly chunks: readonly (readonly T[])[];
  readonly length: number;
  /** Items that were forgotten. */
  readonly dropped: number;
}

export const chunkSize = 1_000;

const empty: KeptList<never> = { chunks: [], length: 0, dropped: 0 };
export const emptyList = <T>(): KeptList<T> => empty;

/** Holds at least the newest `most` items, and less than a chunk more. */
export function appendAll<T>(list: KeptList<T>, items: readonly T[], most: number): KeptList<T> {
  if (items.length === 0) return list;
  const chunks = [...list.chunks];
  let taken = 0;
  const tail = chunks.at(-1);
  if (tail !== undefined && tail.length < chunkSize) {
    taken = Math.min(chunkSize - tail.length, items.length);
    chunks[chunks.length - 1] = [...tail, ...items.slice(0, taken)];
  }
  for (; taken < items.length; taken += chunkSize) chunks.push(items.slice(taken, taken + chunkSize));
  const length = list.length + items.length;
  const surplus = Math.max(0, Math.floor((length - most) / chunkSize));
  return withoutFirst({ chunks, length, dropped: list.dropped }, surplus);
}

/** Forgets chunks from the front whose newest item is gone. */
export function forgetWhile<T>(list: KeptList<T>, isGone: (newest: T) => boolean): KeptList<T> {
  const kept = list.chunks.findIndex((chunk) => !isGone(chunk.at(-1) as T));
  return withoutFirst(list, kept < 0 ? list.chunks.length : kept);
}

/** `index` counts from the first item still held. */
export function itemAt<T>(list: KeptList<T>, index: number): T | undefined {
  return list.chunks[Math.floor(index / chunkSize)]?.[index % chunkSize];
}

/** The newest `count`, oldest first. */
export function newestItems<T>(list: KeptList<T>, count: number): T[] {
  return [...itemsFrom(list, Math.max(0, list.length - count))];
}

export function* itemsFrom<T>(list: KeptList<T>, index = 0): Generator<T> {
  for (let at = Math.max(0, index); at < list.length; at += 1) yield itemAt(list, at) as T;
}

function withoutFirst<T>(list: KeptList<T>, chunkCount: number): KeptList<T> {
  if (chunkCount === 0) return list;
  const gone = list.chunks.slice(0, chunkCount).reduce((sum, chunk) => sum + chunk.length, 0);
  return { chunks: list.chunks.slice(chunkCount), length: list.length - gone, dropped: list.dropped + gone };
}

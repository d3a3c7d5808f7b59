const pauseMs = 1_000;

/** Asks again and again; ends with the signal's reason. */
export async function waitUntil<T>(
  read: () => Promise<T>,
  isSo: (value: T) => boolean,
  signal: AbortSignal,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    // Each question waits for the answer to the one before.
    // oxlint-disable-next-line no-await-in-loop
    const value = await read();
    if (isSo(value)) return value;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

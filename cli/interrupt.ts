/** One Ctrl-C may arrive twice, from the terminal and from the process that started this one. */
const sameInterruptMs = 300;

/** Calls `listener` at Ctrl-C and SIGTERM instead of ending at once; the returned function restores that. */
export function onInterrupt(listener: () => void): () => void {
  let heardAt = Number.NEGATIVE_INFINITY;
  const hear = (): void => {
    const now = performance.now();
    const isEcho = now - heardAt < sameInterruptMs;
    heardAt = now;
    if (!isEcho) listener();
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return () => {
    process.off("SIGINT", hear);
    process.off("SIGTERM", hear);
  };
}

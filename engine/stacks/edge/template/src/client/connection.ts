// Whether the server can be reached. What the browser says about the network is a reason to ask the server (which may run
// on the same machine), as is a request that got no answer; from then on it is asked until it answers again.

const pause = 3_000;

const listeners = new Set<() => void>();
let isUp = true;
let timer: ReturnType<typeof setTimeout> | undefined;

export const isConnected = (): boolean => isUp;

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: boolean): void {
  if (next === isUp) return;
  isUp = next;
  for (const listener of listeners) listener();
}

async function ask(): Promise<void> {
  clearTimeout(timer);
  const answered = await fetch("/api/health", { cache: "no-store" }).then(
    () => true,
    () => false,
  );
  if (!answered) timer = setTimeout(() => void ask(), pause);
  set(answered);
}

/** A request got no answer. */
export function noteSilence(): void {
  if (!isUp) return;
  set(false);
  timer = setTimeout(() => void ask(), pause);
}

/** Called once, when the app starts. */
export function watchConnection(): void {
  addEventListener("offline", () => void ask());
  addEventListener("online", () => void ask());
  if (!navigator.onLine) void ask();
}

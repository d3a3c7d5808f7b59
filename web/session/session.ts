// Who is signed in. The access token lives in memory only; the refresh cookie brings it back after a reload.
import { create } from "zustand";
import { browserLock, createApiClient } from "../lib/api-client.ts";
import type { SignedIn, User } from "../lib/api-types.ts";
import { postFile } from "../lib/post-file.ts";

interface SessionState {
  accessToken: string | null;
  user: User | null;
  /** The user signed out, here or in another tab; otherwise the server ended the session. */
  left: boolean;
}

export const useSession = create<SessionState>(() => ({ accessToken: null, user: null, left: false }));

/** Not a secret: says that a refresh cookie may exist, so that a first visit asks the server nothing. */
const hintKey = "nexusgen.signed-in";
// Not where the build draws pages: an open channel would keep that process from ending.
const tabs = typeof document === "undefined" ? null : new BroadcastChannel("nexusgen.session");

export const api = createApiClient({
  session: {
    token: () => useSession.getState().accessToken,
    setToken: (accessToken) => {
      if (accessToken === null) forget(false);
      else useSession.setState({ accessToken });
    },
  },
  fetch: (input, init) => globalThis.fetch(input, init),
  post: postFile,
  lock: browserLock,
});

let restoring: Promise<User | null> | null = null;

/** The user of this browser, or null. Asks the server once per page load. */
export function restoreSession(): Promise<User | null> {
  const { user } = useSession.getState();
  if (user !== null) return Promise.resolve(user);
  restoring ??= restore().finally(() => {
    restoring = null;
  });
  return restoring;
}

async function restore(): Promise<User | null> {
  if (readHint() === null) return null;
  if ((await api.refresh()) === null) return null;
  const user = await api.get<User>("/api/v1/users/me");
  useSession.setState({ user });
  return user;
}

export async function signIn(body: { email: string; password: string }): Promise<void> {
  adopt(await api.send<SignedIn>("POST", "/api/auth/login", body));
}

export async function register(body: { email: string; password: string; name?: string }): Promise<void> {
  adopt(await api.send<SignedIn>("POST", "/api/auth/register", body));
}

/** Forgets this browser's session even when the server cannot be told. */
export async function signOut(): Promise<void> {
  await api.send("POST", "/api/auth/logout").catch(() => undefined);
  forget(true);
  tabs?.postMessage("signed-out");
}

function adopt({ user, accessToken }: SignedIn): void {
  useSession.setState({ user, accessToken, left: false });
  writeHint("1");
}

function forget(left: boolean): void {
  useSession.setState({ user: null, accessToken: null, left });
  writeHint(null);
}

/** Forgets the session when another tab signs out. Returns the way to stop listening. */
export function onSignedOutElsewhere(): () => void {
  const listen = (message: MessageEvent<unknown>): void => {
    if (message.data === "signed-out") forget(true);
  };
  tabs?.addEventListener("message", listen);
  return () => tabs?.removeEventListener("message", listen);
}

function readHint(): string | null {
  try {
    return localStorage.getItem(hintKey);
  } catch {
    return "storage is blocked: ask the server";
  }
}

function writeHint(value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(hintKey);
    else localStorage.setItem(hintKey, value);
  } catch {
    // Without storage every load asks the server, which is right, only slower.
  }
}

// The one door to the REST API. Owns no state: the token lives in the session it is given.
// A refresh token works once and its reuse revokes the whole family, so a refresh is single-flight within a tab and
// holds a lock across tabs: each then sends the cookie the one before it received.
import { ApiError, readApiError } from "./api-error.ts";

export interface TokenHolder {
  token(): string | null;
  /** Null: signed out. */
  setToken(token: string | null): void;
}

export type LockRunner = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export interface ApiClient {
  get<T>(path: string, init?: { signal?: AbortSignal }): Promise<T>;
  send<T>(
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
    init?: { signal?: AbortSignal },
  ): Promise<T>;
  text(path: string, init?: { signal?: AbortSignal }): Promise<string>;
  blob(path: string, init?: { signal?: AbortSignal }): Promise<Blob>;
  /** Sends a file as it is. `onProgress`: the share that was sent, 0 to 1. */
  upload<T>(
    path: string,
    file: Blob,
    options: { signal: AbortSignal; onProgress: (share: number) => void },
  ): Promise<T>;
  /** A new access token from the cookie; null when there is no session any more. Throws when the server is away. */
  refresh(): Promise<string | null>;
}

/** As fetch, and tells how much of the body was sent, which fetch does not. */
export type PostFile = (path: string, init: RequestInit, onProgress: (share: number) => void) => Promise<Response>;

interface Options {
  session: TokenHolder;
  fetch: typeof fetch;
  post: PostFile;
  lock: LockRunner;
}

const refreshPath = "/api/auth/refresh";

export function createApiClient({ session, fetch, post, lock }: Options): ApiClient {
  let refreshing: Promise<string | null> | null = null;

  function refresh(): Promise<string | null> {
    refreshing ??= lock("nexusgen.refresh", renew).finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function renew(): Promise<string | null> {
    // `keepalive`: leaving the page in mid-rotation must not lose the new cookie, or the old one is "reused" next time.
    const response = await reach(refreshPath, { method: "POST", keepalive: true });
    if (response.ok) {
      const { accessToken } = (await response.json()) as { accessToken: string };
      session.setToken(accessToken);
      return accessToken;
    }
    if (response.status !== 401) throw await readApiError(response);
    session.setToken(null);
    return null;
  }

  type Send = (path: string, init: RequestInit) => Promise<Response>;

  async function reach(path: string, init: RequestInit, send: Send = fetch): Promise<Response> {
    try {
      return await send(path, { credentials: "same-origin", ...init });
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
      throw new ApiError({ code: "UNREACHABLE", message: "The server did not answer.", status: 0 });
    }
  }

  async function call(path: string, init: RequestInit, send?: Send): Promise<Response> {
    const used = session.token();
    const response = await reach(path, authorized(init, used), send);
    if (response.ok) return response;
    // Sign-in answers 401 for a wrong password: nothing to refresh there.
    if (response.status !== 401 || path.startsWith("/api/auth/") || used === null) throw await readApiError(response);
    const current = session.token();
    const token = current !== null && current !== used ? current : await refresh();
    if (token === null) throw await readApiError(response);
    const again = await reach(path, authorized(init, token), send);
    if (!again.ok) throw await readApiError(again);
    return again;
  }

  return {
    refresh,
    get: async <T>(path: string, init: { signal?: AbortSignal } = {}) => (await (await call(path, init)).json()) as T,
    text: async (path, init = {}) => (await call(path, init)).text(),
    blob: async (path, init = {}) => (await call(path, init)).blob(),
    upload: async <T>(
      path: string,
      file: Blob,
      { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
    ) => {
      const init: RequestInit = { method: "POST", body: file, signal };
      init.headers = { "content-type": "application/octet-stream" };
      const response = await call(path, init, (target, prepared) => post(target, prepared, onProgress));
      return (await response.json()) as T;
    },
    send: async <T>(
      method: "POST" | "PUT" | "PATCH" | "DELETE",
      path: string,
      body?: unknown,
      { signal }: { signal?: AbortSignal } = {},
    ) => {
      const init: RequestInit = { method, ...(signal && { signal }) };
      if (body !== undefined) {
        init.body = JSON.stringify(body);
        init.headers = { "content-type": "application/json" };
      }
      const response = await call(path, init);
      return (response.status === 204 ? undefined : await response.json()) as T;
    },
  };
}

function authorized(init: RequestInit, token: string | null): RequestInit {
  const headers = new Headers(init.headers);
  headers.set("accept", "application/json, text/plain;q=0.9, */*;q=0.5");
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  return { ...init, headers };
}

/** `navigator.locks` needs a secure context; without it the single flight of this tab is all there is. */
export const browserLock: LockRunner = (name, work) =>
  "locks" in navigator ? (navigator.locks.request(name, work) as ReturnType<typeof work>) : work();

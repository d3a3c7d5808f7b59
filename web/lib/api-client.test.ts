import { describe, expect, it } from "vitest";
import { type LockRunner, createApiClient } from "./api-client.ts";
import { ApiError, describeError, errorLine } from "./api-error.ts";

interface Call {
  path: string;
  token: string | null;
}

/** A server with one valid access token and one valid refresh cookie, shared by every tab of a browser. */
function server() {
  const state = {
    cookie: 1,
    access: "access-1",
    revoked: false,
    calls: [] as Call[],
    refreshesAtOnce: 0,
    mostAtOnce: 0,
  };
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const path = String(input);
    const token = new Headers(init.headers).get("authorization")?.replace("Bearer ", "") ?? null;
    state.calls.push({ path, token });
    if (path === "/api/auth/refresh") {
      const sent = state.cookie;
      state.refreshesAtOnce += 1;
      state.mostAtOnce = Math.max(state.mostAtOnce, state.refreshesAtOnce);
      await Promise.resolve();
      await Promise.resolve();
      state.refreshesAtOnce -= 1;
      // The rotated cookie was used by someone else in the meantime: reuse.
      if (sent !== state.cookie) state.revoked = true;
      if (state.revoked) return refusal(401, "AUTHENTICATION_ERROR");
      state.cookie += 1;
      state.access = `access-${state.cookie}`;
      return Response.json({ accessToken: state.access, expiresIn: 900 });
    }
    return token === state.access ? Response.json({ ok: true }) : refusal(401, "AUTHENTICATION_ERROR");
  };
  return { state, fetch: fetch as typeof globalThis.fetch };
}

function refusal(status: number, code: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error: { code, message: "No.", requestId: "req_1" } }, { status, headers });
}

function locks(): LockRunner {
  let last: Promise<unknown> = Promise.resolve();
  return (_name, work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

function tab(fetch: typeof globalThis.fetch, lock: LockRunner, token: string | null) {
  const holder = { token };
  const client = createApiClient({
    session: { token: () => holder.token, setToken: (next) => void (holder.token = next) },
    fetch,
    post: async (path, init, onProgress) => {
      onProgress(1);
      return fetch(path, init);
    },
    lock,
  });
  return { client, holder };
}

describe("an expired access token", () => {
  it("is renewed once and the call repeated, unseen by the caller", async () => {
    const { state, fetch } = server();
    const { client, holder } = tab(fetch, locks(), "stale");
    expect(await client.get("/api/v1/projects")).toEqual({ ok: true });
    expect(holder.token).toBe("access-2");
    expect(state.calls.map(({ path }) => path)).toEqual(["/api/v1/projects", "/api/auth/refresh", "/api/v1/projects"]);
  });

  it("is renewed in the middle of an upload, which then is sent again", async () => {
    const { state, fetch } = server();
    const { client } = tab(fetch, locks(), "stale");
    const progress: number[] = [];
    const options = { signal: AbortSignal.timeout(5_000), onProgress: (share: number) => void progress.push(share) };
    expect(await client.upload("/api/v1/projects/prj_1/assets?name=a.txt", new Blob(["a"]), options)).toEqual({
      ok: true,
    });
    expect(state.calls.at(-1)?.token).toBe("access-2");
    expect(progress).toEqual([1, 1]);
  });

  it("is renewed once for many calls at the same time", async () => {
    const { state, fetch } = server();
    const { client } = tab(fetch, locks(), "stale");
    await Promise.all([1, 2, 3, 4, 5].map((page) => client.get(`/api/v1/projects?page=${page}`)));
    expect(state.calls.filter(({ path }) => path === "/api/auth/refresh")).toHaveLength(1);
  });

  it("is renewed by two tabs one after the other, each with the newest cookie", async () => {
    const { state, fetch } = server();
    const lock = locks();
    const [one, two] = [tab(fetch, lock, "stale"), tab(fetch, lock, "stale")];
    await Promise.all([one.client.refresh(), two.client.refresh()]);
    expect(state.mostAtOnce).toBe(1);
    expect(state.revoked).toBe(false);
    expect([one.holder.token, two.holder.token]).toEqual(["access-2", "access-3"]);
  });

  it("ends the session when the refresh is refused", async () => {
    const { state, fetch } = server();
    state.revoked = true;
    const { client, holder } = tab(fetch, locks(), "stale");
    await expect(client.get("/api/v1/projects")).rejects.toMatchObject({ code: "AUTHENTICATION_ERROR" });
    expect(holder.token).toBeNull();
  });

  it("keeps the session when the server is away during the refresh", async () => {
    const { client, holder } = tab(
      (input) =>
        String(input) === "/api/auth/refresh"
          ? Promise.reject(new TypeError("network"))
          : Promise.resolve(refusal(401, "AUTHENTICATION_ERROR")),
      locks(),
      "stale",
    );
    await expect(client.get("/api/v1/projects")).rejects.toMatchObject({ code: "UNREACHABLE" });
    expect(holder.token).toBe("stale");
  });
});

it("does not refresh because of a wrong password", async () => {
  const { state, fetch } = server();
  const { client } = tab(fetch, locks(), null);
  await expect(client.send("POST", "/api/auth/login", { email: "a@b.c", password: "x" })).rejects.toBeInstanceOf(
    ApiError,
  );
  expect(state.calls).toHaveLength(1);
});

describe("errors", () => {
  const failing = (response: () => Response) =>
    tab(() => Promise.resolve(response()), locks(), "t").client.get("/api/v1/x");

  it("says how long to wait when there were too many attempts", async () => {
    const error: unknown = await failing(() => refusal(429, "RATE_LIMITED", { "retry-after": "42" })).catch(
      (caught: unknown) => caught,
    );
    expect(errorLine(error)).toBe("Too many attempts. Wait 42 seconds, then try again.");
  });

  it("names the request when the server failed", async () => {
    const error: unknown = await failing(() => refusal(500, "SYSTEM_ERROR")).catch((caught: unknown) => caught);
    expect(describeError(error).requestId).toBe("req_1");
  });

  it("survives an answer that is not JSON", async () => {
    const error: unknown = await failing(() => new Response("<html>", { status: 502 })).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ code: "SYSTEM_ERROR", status: 502 });
  });

  it("finds the problem of one field in the details", () => {
    const error = new ApiError({
      code: "VALIDATION_ERROR",
      message: "No.",
      status: 400,
      details: [{ path: "email", message: "Enter an address." }],
    });
    expect(error.fieldMessage("email")).toBe("Enter an address.");
    expect(error.fieldMessage("name")).toBeUndefined();
  });
});

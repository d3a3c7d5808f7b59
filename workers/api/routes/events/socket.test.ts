import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "#db/ids.ts";
import { call, createProject, origin, read, readError, signUp, type SignedUp } from "../../test-client.ts";
import type { SocketTicket } from "../../schemas/projects.ts";
import { eventually } from "../../../../tests/eventually.ts";

let ada: SignedUp;
let projectId: string;
beforeAll(async () => {
  ada = await signUp();
  projectId = (await createProject(ada.accessToken)).id;
});

const newTicket = async () =>
  read<SocketTicket>(
    await call(`/api/v1/projects/${projectId}/socket-tickets`, { method: "POST", token: ada.accessToken }),
    201,
  );
const upgrade = (url: string, headers: Record<string, string> = {}) => {
  const { pathname, search } = new URL(url);
  return call(pathname + search, { headers: { upgrade: "websocket", ...headers } });
};

describe("the socket", () => {
  it("opens with a ticket's address, once", async () => {
    const { url, ticket } = await newTicket();
    expect(url).toBe(`ws://localhost:8787/api/v1/projects/${projectId}/socket?ticket=${ticket}`);
    const { status, webSocket } = await upgrade(url);
    expect(status).toBe(101);
    const frames: string[] = [];
    webSocket?.addEventListener("message", ({ data }) => void frames.push(String(data)));
    webSocket?.accept();
    webSocket?.send(JSON.stringify({ op: "resume", since: 0 }));
    await eventually(() => expect(frames).not.toEqual([]));
    expect(JSON.parse(frames[0] ?? "")).toEqual({ op: "resumed", seq: 0 });
    webSocket?.close();
    expect(await readError(await upgrade(url), 401)).toMatchObject({ code: "AUTHENTICATION_ERROR" });
  });

  it.each([
    { what: "an unknown ticket", path: () => `/api/v1/projects/${projectId}/socket?ticket=abc` },
    { what: "a project that never was", path: () => `/api/v1/projects/${newId("project")}/socket?ticket=abc` },
    { what: "a name no project can have", path: () => "/api/v1/projects/everything/socket?ticket=abc" },
  ])("refuses $what with the same answer", async ({ path }) => {
    expect(await readError(await upgrade(origin + path()), 401)).toMatchObject({
      code: "AUTHENTICATION_ERROR",
      message: "This ticket was used or has expired. Ask for a new one.",
    });
  });

  it("refuses a page of another site, and leaves the ticket for its owner", async () => {
    const { url } = await newTicket();
    expect((await upgrade(url, { origin: "https://evil.example" })).status).toBe(403);
    const { status, webSocket } = await upgrade(url, { origin });
    webSocket?.accept();
    webSocket?.close();
    expect(status).toBe(101);
  });

  it("asks for an upgrade when there is none, and for a ticket when there is none", async () => {
    const { pathname, search } = new URL((await newTicket()).url);
    expect(await readError(await call(pathname + search), 400)).toMatchObject({ code: "VALIDATION_ERROR" });
    expect(await readError(await call(pathname, { headers: { upgrade: "websocket" } }), 400)).toMatchObject({
      details: [{ path: "ticket" }],
    });
  });
});

// A small client of the public API for end-to-end tests and benchmarks: one signed-in user.
import { request, type IncomingHttpHeaders } from "node:http";
import type { StackId } from "#engine/stacks/stack.ts";
import type { Envelope } from "#protocol/envelope.ts";
import { isEndState, type LoopState } from "#protocol/loop-state.ts";
import type { GenerationView } from "#protocol/project-events.ts";

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

export interface ProjectView {
  id: string;
  name: string;
  slug: string;
  status: string;
}

export class Client {
  readonly url: string;
  token = "";
  email = "";
  password = "";

  constructor(url: string) {
    this.url = url;
  }

  static async register(url: string, name = "Ada"): Promise<Client> {
    const client = new Client(url);
    client.email = `${name.toLowerCase()}-${crypto.randomUUID()}@example.com`;
    client.password = `correct horse ${crypto.randomUUID()}`;
    const { status, body } = await client.call<{ accessToken: string }>("POST", "/api/auth/register", {
      email: client.email,
      password: client.password,
      name,
    });
    if (status !== 201) throw new Error(`Registration answered ${status}: ${JSON.stringify(body)}`);
    client.token = body.accessToken;
    return client;
  }

  async signIn(): Promise<void> {
    const { email, password } = this;
    const { status, body } = await this.call<{ accessToken: string }>("POST", "/api/auth/login", { email, password });
    if (status !== 200) throw new Error(`Signing in answered ${status}: ${JSON.stringify(body)}`);
    this.token = body.accessToken;
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json");
    return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T };
  }

  async createProject(name: string, stack?: StackId): Promise<ProjectView> {
    const wanted = { name, ...(stack && { stack }) };
    const { status, body } = await this.call<ProjectView>("POST", "/api/v1/projects", wanted);
    if (status !== 201) throw new Error(`Creating a project answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** A file's id. */
  async upload(projectId: string, name: string, content: Uint8Array<ArrayBuffer> | string): Promise<string> {
    const url = new URL(`/api/v1/projects/${projectId}/assets?${new URLSearchParams({ name })}`, this.url);
    const response = await fetch(url, {
      method: "POST",
      headers: { authorization: `Bearer ${this.token}`, "content-type": "application/octet-stream" },
      body: content,
    });
    const body = (await response.json()) as { id: string };
    if (response.status !== 201) throw new Error(`Uploading answered ${response.status}: ${JSON.stringify(body)}`);
    return body.id;
  }

  async generate(projectId: string, prompt: string, mode: "auto" | "supervised" = "auto"): Promise<GenerationView> {
    const answer = await this.call<GenerationView>("POST", "/api/v1/generations", { projectId, prompt, mode });
    if (answer.status !== 202)
      throw new Error(`Starting a generation answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async generation(id: string): Promise<GenerationView> {
    return (await this.call<GenerationView>("GET", `/api/v1/generations/${id}`)).body;
  }

  /** Asks again until the generation is in one of the states, or in an end. Rides over a restart of the platform. */
  async waitFor(id: string, states: readonly LoopState[], timeoutMs = 240_000): Promise<GenerationView> {
    const deadline = Date.now() + timeoutMs;
    let last = "nothing";
    while (Date.now() < deadline) {
      const generation = await this.generation(id).catch(() => null);
      if (generation?.status) {
        if (states.includes(generation.status) || isEndState(generation.status)) return generation;
        last = generation.status;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Generation ${id} is still ${last} after ${timeoutMs} ms.`);
  }

  async allEvents(projectId: string): Promise<Envelope[]> {
    const events: Envelope[] = [];
    for (let after: string | null = "0"; after !== null;) {
      const answer: Answer<{ items: Envelope[]; nextCursor: string | null }> = await this.call(
        "GET",
        `/api/v1/projects/${projectId}/events?after=${after}&limit=100`,
      );
      if (answer.status !== 200) throw new Error(`Events answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      events.push(...answer.body.items);
      after = answer.body.nextCursor;
    }
    return events;
  }

  /** A socket that has resumed; `events` grows as they arrive. */
  async openSocket(projectId: string, since = 0, batch = false): Promise<LiveSocket> {
    const { status, body } = await this.call<{ url: string }>("POST", `/api/v1/projects/${projectId}/socket-tickets`);
    if (status !== 201) throw new Error(`A socket ticket answered ${status}: ${JSON.stringify(body)}`);
    return openSocket(body.url, since, batch);
  }
}

export interface LiveSocket {
  readonly events: Envelope[];
  readonly closed: Promise<void>;
  onEvent(listener: (event: Envelope) => void): void;
  send(frame: unknown): void;
  close(): void;
}

export async function openSocket(url: string, since: number, batch: boolean): Promise<LiveSocket> {
  const socket = new WebSocket(url);
  const events: Envelope[] = [];
  const listeners: ((event: Envelope) => void)[] = [];
  const closed = new Promise<void>((resolve) => socket.addEventListener("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("error", () => reject(new Error(`The socket ${url} could not be opened.`)));
    socket.addEventListener("message", (message) => {
      const frame = JSON.parse(String(message.data)) as Envelope | Envelope[] | { op: string };
      if ("op" in frame) {
        if (frame.op === "resumed") resolve();
        return;
      }
      for (const event of Array.isArray(frame) ? frame : [frame]) {
        events.push(event);
        for (const listener of listeners) listener(event);
      }
    });
    socket.addEventListener("open", () => socket.send(JSON.stringify({ op: "resume", since, batch })));
  });
  return {
    events,
    closed,
    onEvent: (listener) => void listeners.push(listener),
    send: (frame) => socket.send(JSON.stringify(frame)),
    close: () => socket.close(),
  };
}

/**
 * A generated app, as a browser would reach it: by its host name and with the cookie that its signed address gives.
 * Node resolves no names below localhost, so the request goes to the loopback address with that Host.
 */
export class App {
  readonly #origin: URL;
  #cookie = "";

  private constructor(origin: URL) {
    this.#origin = origin;
  }

  static async open(previewUrl: string): Promise<App> {
    const url = new URL(previewUrl);
    const app = new App(new URL("/", url));
    const redeemed = await app.call("GET", url.pathname + url.search);
    app.#cookie = (redeemed.headers["set-cookie"] ?? [])
      .map((cookie) => cookie.split(";")[0] ?? "")
      .filter((cookie) => cookie.startsWith("nx_access="))
      .join("; ");
    if (app.#cookie === "")
      throw new Error(`${url.host} gave no access: ${redeemed.status} ${redeemed.text.slice(0, 300)}`);
    return app;
  }

  /** Lets a request in; to be sent along with cookies of the app itself. */
  get cookie(): string {
    return this.#cookie;
  }

  static anonymous(previewUrl: string): App {
    return new App(new URL("/", previewUrl));
  }

  call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string; headers: IncomingHttpHeaders }> {
    const json = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const call = request(
        {
          host: "127.0.0.1",
          port: this.#origin.port,
          method,
          path,
          headers: {
            host: this.#origin.host,
            ...(this.#cookie ? { cookie: this.#cookie } : {}),
            ...(json === undefined
              ? {}
              : { "content-type": "application/json", "content-length": Buffer.byteLength(json) }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              text: Buffer.concat(chunks).toString(),
              headers: response.headers,
            }),
          );
        },
      );
      call.on("error", reject);
      call.end(json);
    });
  }
}

// Calls to the platform with an access token that is renewed when it runs out.
import type { z } from "zod";
import { errorSchema, tokenSchema } from "./answers.ts";
import { exitCodes, Failure, Unreachable } from "./failure.ts";

export interface Credentials {
  url: string;
  token?: string | undefined;
  email?: string | undefined;
  password?: string | undefined;
}

export interface Call {
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as they are, in the place of `body`. */
  bytes?: Uint8Array<ArrayBuffer>;
  signal?: AbortSignal;
}

const mostRetries = 3;
const longestWaitSeconds = 60;
/** A wait from here on is explained. */
const noticeableSeconds = 3;

export class Session {
  readonly #url: URL;
  readonly #credentials: Credentials;
  #token: string | undefined;
  /** The refresh cookie, as `name=value`. */
  #cookie: string | undefined;
  #renewal: Promise<void> | undefined;

  constructor(credentials: Credentials) {
    if (!URL.canParse(credentials.url)) {
      throw new Failure(`NEXUSGEN_URL is not an address: ${credentials.url}`, exitCodes.usage);
    }
    this.#url = new URL(credentials.url);
    this.#credentials = credentials;
    this.#token = credentials.token;
    if (credentials.token === undefined && (credentials.email === undefined || credentials.password === undefined)) {
      throw new Failure(
        "Say who you are: set NEXUSGEN_TOKEN, or give --email and --password (or NEXUSGEN_EMAIL and NEXUSGEN_PASSWORD).",
        exitCodes.usage,
      );
    }
  }

  /** Throws `Failure` for every refusal, with the platform's own words. */
  async json<T>(path: string, schema: z.ZodType<T>, call: Call = {}): Promise<T> {
    const response = await this.fetch(path, call);
    const parsed = schema.safeParse(await response.json().catch(() => undefined));
    if (!parsed.success)
      throw new Failure(`${this.#url.host} answered ${path} in a way this version does not understand.`);
    return parsed.data;
  }

  async fetch(path: string, call: Call = {}): Promise<Response> {
    if (this.#token === undefined) await this.#renew();
    let renewed = false;
    for (;;) {
      const response = await this.#patiently(() => this.#send(path, call, this.#token));
      if (response.ok) return response;
      if (response.status === 401 && !renewed && this.#canRenew()) {
        renewed = true;
        await response.body?.cancel();
        await this.#renew();
        continue;
      }
      throw await refusalOf(response);
    }
  }

  /** Tries again when the platform says for how long it wants to be left alone. */
  async #patiently(send: () => Promise<Response>): Promise<Response> {
    for (let attempt = 0; ; attempt++) {
      const response = await send();
      if (response.status !== 429 || attempt === mostRetries) return response;
      const seconds = Math.min(Number(response.headers.get("retry-after")) || 1, longestWaitSeconds);
      await response.body?.cancel();
      if (seconds >= noticeableSeconds) console.error(`The platform asks for patience; trying again in ${seconds} s …`);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }

  #canRenew(): boolean {
    return this.#cookie !== undefined || this.#credentials.email !== undefined;
  }

  /** Once for all calls that were refused together: a refresh cookie may be used a single time. */
  #renew(): Promise<void> {
    this.#renewal ??= this.#signIn().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #signIn(): Promise<void> {
    if (this.#cookie !== undefined) {
      const response = await this.#send("/api/auth/refresh", { method: "POST" });
      if (response.ok) return await this.#keep(response);
      await response.body?.cancel();
      this.#cookie = undefined;
    }
    const { email, password } = this.#credentials;
    const login = { method: "POST", body: { email, password } };
    const response = await this.#patiently(() => this.#send("/api/auth/login", login));
    if (!response.ok) throw await refusalOf(response);
    await this.#keep(response);
  }

  async #keep(response: Response): Promise<void> {
    this.#cookie = response.headers.getSetCookie()[0]?.split(";")[0];
    this.#token = tokenSchema.parse(await response.json()).accessToken;
  }

  async #send(path: string, call: Call, token?: string): Promise<Response> {
    const headers: Record<string, string> = { accept: "application/json" };
    if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
    else if (this.#cookie !== undefined) headers["cookie"] = this.#cookie;
    const init: RequestInit = { method: call.method ?? "GET", headers };
    if (call.body !== undefined) {
      headers["content-type"] = "application/json";
      init.body = JSON.stringify(call.body);
    }
    if (call.bytes !== undefined) {
      headers["content-type"] = "application/octet-stream";
      init.body = call.bytes;
    }
    if (call.signal !== undefined) init.signal = call.signal;
    try {
      return await fetch(new URL(path, this.#url), init);
    } catch (error) {
      if (call.signal?.aborted === true) throw error;
      throw new Unreachable(
        `${this.#url.origin} does not answer. Start the platform with \`npm start\`, or set NEXUSGEN_URL.`,
      );
    }
  }
}

async function refusalOf(response: Response): Promise<Failure> {
  const parsed = errorSchema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) return new Failure(`The platform answered ${response.status} without a reason.`);
  const { message, details = [] } = parsed.data.error;
  const lines = details.map((detail) => `  ${detail.path}: ${detail.message}`);
  if (response.status === 401) lines.push("Sign in again: NEXUSGEN_TOKEN may have run out, or the password is wrong.");
  return new Failure([message, ...lines].join("\n"));
}

// The API inside the same process: what pages and actions call, with the rights of whoever sent the request. Guards,
// validation and rules therefore exist once, in src/server/app.ts.
import { headers } from "next/headers";
import { after } from "next/server";
import { bindings } from "#bindings";
import { RequestError } from "../lib/api.ts";
import type { ApiErrorBody, ApiPage, ApiRecord, Dashboard, ModelMeta } from "../shared/model.ts";
import { say } from "../shared/say.ts";
import { createApp } from "./app.ts";

const app = createApp();

/** Answers a request for anything below /api. Work that the answer does not wait for goes on afterwards. */
export async function answerApi(request: Request): Promise<Response> {
  const context = { waitUntil: (work: Promise<unknown>) => after(() => work), passThroughOnException: () => undefined };
  return app.fetch(request, await bindings(), { ...context, props: {} });
}

/** Describe a body, which the inner request does not have or has anew. */
const ofTheBody = new Set(["content-length", "content-type", "transfer-encoding", "accept-encoding", "expect"]);

export async function callApi<Answer>(path: string, init: { method?: string; body?: unknown } = {}): Promise<Answer> {
  const incoming = await headers();
  const sent = new Headers([...incoming].filter(([name]) => !ofTheBody.has(name) && !name.startsWith("next-")));
  if (init.body !== undefined) sent.set("content-type", "application/json");
  const response = await answerApi(
    new Request(`http://${incoming.get("host") ?? "localhost"}/api${path}`, {
      method: init.method ?? "GET",
      headers: sent,
      ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
    }),
  );
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
  const body = (await response.json().catch(() => undefined)) as ApiErrorBody | undefined;
  const message = body?.error.message ?? say.answered(response.status);
  throw new RequestError(response.status, message, body?.error.fields);
}

const one = (model: ModelMeta, id: string): string => `/${model.slug}/${encodeURIComponent(id)}`;

export const dashboard = (): Promise<Dashboard> => callApi("/dashboard");

export const listRecords = (model: ModelMeta, query: URLSearchParams): Promise<ApiPage> =>
  callApi(`/${model.slug}?${query}`);

export const findRecord = (model: ModelMeta, id: string): Promise<ApiRecord> => callApi(one(model, id));

export const listLinked = (model: ModelMeta, id: string, link: string, side: string): Promise<ApiPage> =>
  callApi(`${one(model, id)}/links/${link}?side=${side}`);

export const saveRecord = (model: ModelMeta, id: string | null, values: object): Promise<ApiRecord> =>
  callApi(id === null ? `/${model.slug}` : one(model, id), { method: id === null ? "POST" : "PUT", body: values });

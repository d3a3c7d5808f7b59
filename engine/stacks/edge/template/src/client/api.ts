import type {
  ApiErrorBody,
  ApiPage,
  ApiRecord,
  BatchResult,
  Dashboard,
  ModelMeta,
  RecordLabel,
  TrashPage,
} from "../shared/model.ts";
import { say } from "../shared/say.ts";
import { noteSilence } from "./connection.ts";

/**
 * An answer that says no, in words for the user. `fields` holds one message for each input that is wrong, `isOutdated` says
 * that somebody else changed the record since it was read.
 */
export class RequestError extends Error {
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly isOutdated: boolean;

  constructor(status: number, message: string, fields: Readonly<Record<string, string>> = {}, isOutdated = false) {
    super(message);
    this.name = "RequestError";
    this.status = status;
    this.fields = fields;
    this.isOutdated = isOutdated;
  }
}

/** The server did not answer at all. */
export const isUnreachable = (error: unknown): boolean => error instanceof RequestError && error.status === 0;

/** A request to the API; an answer that says no is thrown. */
export async function call<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
  const isRead = (init.method ?? "GET") === "GET";
  let response: Response;
  try {
    response = await fetch(`/api${path}`, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    noteSilence();
    throw new RequestError(0, isRead ? say.offlinePage : say.offlineWrite);
  }
  if (response.status === 204) return undefined as Answer;
  // A server of static files answers with a page.
  if (response.status < 500 && !response.headers.get("Content-Type")?.includes("json"))
    throw new RequestError(404, say.withoutApi);
  if (response.ok) return (await response.json()) as Answer;
  const body = (await response.json().catch(() => undefined)) as ApiErrorBody | undefined;
  throw new RequestError(
    response.status,
    body?.error.message ?? say.answered(response.status),
    body?.error.fields,
    body?.error.current !== undefined,
  );
}

export const send = <Answer>(
  method: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  call(path, { method, headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });

const one = (model: ModelMeta, id: string): string => `/${model.slug}/${encodeURIComponent(id)}`;

export const api = {
  dashboard: (signal?: AbortSignal) => call<Dashboard>("/dashboard", { signal: signal ?? null }),
  list: (model: ModelMeta, query: URLSearchParams, signal?: AbortSignal) =>
    call<ApiPage>(`/${model.slug}?${query}`, { signal: signal ?? null }),
  options: (model: ModelMeta, query: string, signal?: AbortSignal) =>
    call<{ items: RecordLabel[] }>(`/${model.slug}/options?${new URLSearchParams({ q: query })}`, {
      signal: signal ?? null,
    }),
  find: (model: ModelMeta, id: string, signal?: AbortSignal) =>
    call<ApiRecord>(one(model, id), { signal: signal ?? null }),
  create: (model: ModelMeta, values: object) => send<ApiRecord>("POST", `/${model.slug}`, values),
  createMany: (model: ModelMeta, records: readonly object[]) =>
    send<{ results: BatchResult[] }>("POST", `/${model.slug}/batch`, { create: records }),
  /** Refused when the record is another version by now. */
  update: (model: ModelMeta, { id, updatedAt }: ApiRecord, values: object) =>
    send<ApiRecord>("PUT", one(model, id), values, { "If-Match": `"${updatedAt}"` }),
  /** Changes the given fields alone. */
  change: (model: ModelMeta, id: string, values: object) => send<ApiRecord>("PATCH", one(model, id), values),
  /** Into the trash. */
  remove: (model: ModelMeta, id: string) => call<void>(one(model, id), { method: "DELETE" }),
  erase: (model: ModelMeta, id: string) => call<void>(`${one(model, id)}?permanent=true`, { method: "DELETE" }),
  restore: (model: ModelMeta, id: string) => call<ApiRecord>(`${one(model, id)}/restore`, { method: "POST" }),
  trash: (model: ModelMeta, page: number, signal?: AbortSignal) =>
    call<TrashPage>(`/${model.slug}/trash?page=${page}`, { signal: signal ?? null }),
  emptyTrash: (model: ModelMeta) =>
    call<{ erased: number; left: number }>(`/${model.slug}/trash`, { method: "DELETE" }),
  trashCounts: (signal?: AbortSignal) =>
    call<{ models: { model: string; count: number }[] }>("/trash", { signal: signal ?? null }),
  dependents: (model: ModelMeta, id: string) =>
    call<{ items: { model: string; onDelete: string; count: number }[] }>(`${one(model, id)}/dependents`),
  linked: (model: ModelMeta, id: string, link: string, side: string, signal?: AbortSignal) =>
    call<ApiPage>(`${one(model, id)}/links/${link}?side=${side}`, { signal: signal ?? null }),
  link: (model: ModelMeta, id: string, link: string, side: string, otherId: string) =>
    send<void>("POST", `${one(model, id)}/links/${link}?side=${side}`, { id: otherId }),
  unlink: (model: ModelMeta, id: string, link: string, side: string, otherId: string) =>
    call<void>(`${one(model, id)}/links/${link}/${encodeURIComponent(otherId)}?side=${side}`, { method: "DELETE" }),
};

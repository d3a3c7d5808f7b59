import type {
  ChangePage,
  Invitation,
  KeyView,
  RecordAccess,
  Session,
  SessionView,
  UserView,
} from "../../shared/access/access.ts";
import type { ModelMeta } from "../../shared/model.ts";
import { call, send } from "../api.ts";

const recordPath = (model: ModelMeta, id: string): string => `/access/records/${model.slug}/${encodeURIComponent(id)}`;

export const accessApi = {
  signIn: (values: object) => send<Session>("POST", "/session", values),
  signInAs: (user: string) => send<Session>("POST", "/session/example", { user }),
  signUp: (values: object) => send<Session>("POST", "/access/sign-up", values),
  invitation: (token: string, signal: AbortSignal) =>
    call<{ email: string; name: string }>(`/access/invitations/${encodeURIComponent(token)}`, { signal }),
  changeProfile: (values: object) => send<Session>("PATCH", "/access/profile", values),
  deleteAccount: (values: object) => send<void>("POST", "/access/profile/deletion", values),
  sessions: (signal: AbortSignal) => call<{ items: SessionView[] }>("/access/sessions", { signal }),
  endSessions: () => call<void>("/access/sessions", { method: "DELETE" }),
  users: (signal?: AbortSignal) => call<{ items: UserView[] }>("/access/users", { signal: signal ?? null }),
  invite: (values: object) => send<Invitation>("POST", "/access/users", values),
  changeUser: (id: string, values: object) => send<UserView>("PATCH", `/access/users/${id}`, values),
  inviteAgain: (id: string) => call<Invitation>(`/access/users/${id}/invitation`, { method: "POST" }),
  removeExamples: () => call<void>("/access/examples", { method: "DELETE" }),
  keys: (signal: AbortSignal) => call<{ items: KeyView[] }>("/access/keys", { signal }),
  createKey: (values: object) => send<{ key: KeyView; token: string }>("POST", "/access/keys", values),
  revokeKey: (id: string) => call<void>(`/access/keys/${id}`, { method: "DELETE" }),
  changes: (query: URLSearchParams, signal: AbortSignal) => call<ChangePage>(`/access/changes?${query}`, { signal }),
  record: (model: ModelMeta, id: string, signal: AbortSignal) => call<RecordAccess>(recordPath(model, id), { signal }),
  handOver: (model: ModelMeta, id: string, user: string | null) =>
    send<RecordAccess>("PUT", `${recordPath(model, id)}/owner`, { user }),
};

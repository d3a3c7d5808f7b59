import { call, send } from "../api.ts";

export interface Webhook {
  id: string;
  createdAt: string;
  url: string;
  events: string[];
  isOn: boolean;
}

export interface Delivery {
  id: string;
  createdAt: string;
  webhookId: string;
  event: string;
  status: "waiting" | "delivered" | "failed";
  attempts: number;
  answer: number | null;
  problem: string | null;
}

export const webhooksApi = {
  list: (signal?: AbortSignal) =>
    call<{ items: Webhook[]; events: string[] }>("/webhooks", { signal: signal ?? null }),
  create: (url: string, events: readonly string[]) =>
    send<Webhook & { secret: string }>("POST", "/webhooks", { url, events }),
  change: (id: string, changes: { isOn: boolean }) => send<Webhook>("PATCH", `/webhooks/${id}`, changes),
  remove: (id: string) => call<void>(`/webhooks/${id}`, { method: "DELETE" }),
  test: (id: string) => call<Delivery>(`/webhooks/${id}/test`, { method: "POST" }),
  deliveries: (signal?: AbortSignal) =>
    call<{ items: Delivery[] }>("/webhooks/deliveries", { signal: signal ?? null }),
  retry: (id: string) => call<Delivery>(`/webhooks/deliveries/${id}/retry`, { method: "POST" }),
};

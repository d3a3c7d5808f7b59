// The one inbox of this page. It outlives the headers that want it, which every change of the address may replace.
import { useEffect } from "react";
import { create } from "zustand";
import { notificationsQuery } from "../lib/dashboard-queries.ts";
import { queryClient } from "../lib/query-client.ts";
import { api } from "../session/session.ts";
import { createInboxChannel } from "./inbox-channel.ts";

/** Between two headers; longer than any page takes to draw. */
const lingerMs = 2_000;

const useLive = create<{ isLive: boolean }>(() => ({ isLive: false }));

const channel = createInboxChannel({
  ticket: () => api.send<{ url: string }>("POST", "/api/v1/users/me/socket-tickets"),
  openSocket: (url) => new WebSocket(url),
  onNews: () => void queryClient.invalidateQueries({ queryKey: notificationsQuery.queryKey }),
  onLive: (isLive) => useLive.setState({ isLive }),
});

let holder: string | null = null;
let ending: ReturnType<typeof setTimeout> | undefined;

/** Whether news comes by itself; where it does not, it has to be asked for. */
export function useInbox(userId: string): boolean {
  useEffect(() => {
    hold(userId);
    addEventListener("online", channel.retryNow);
    return () => {
      removeEventListener("online", channel.retryNow);
      ending = setTimeout(letGo, lingerMs);
    };
  }, [userId]);
  return useLive((state) => state.isLive);
}

function hold(userId: string): void {
  clearTimeout(ending);
  if (holder === userId) return;
  channel.stop();
  holder = userId;
  channel.start();
}

function letGo(): void {
  holder = null;
  channel.stop();
}

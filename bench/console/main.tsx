// The page of the console's benchmark: the real console behind the real channel and reducer; only the socket is played.
import "../../web/styles/app.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import type { Envelope } from "#protocol/envelope.ts";
import type { LogLevel, LogSource } from "#protocol/project-events.ts";
import { projectQuery } from "../../web/lib/project-queries.ts";
import { queryClient } from "../../web/lib/query-client.ts";
import { ProjectProvider } from "../../web/session/project-context.ts";
import { ConsolePane } from "../../web/stage/console/console-pane.tsx";

interface Player {
  /** Sends this many lines as fast as frames come, as a replay does. */
  replay(lines: number): Promise<void>;
  /** Sends lines for this long; answers how many. */
  stream(linesPerSecond: number, ms: number): Promise<number>;
}

declare global {
  interface Window {
    player: Player;
  }
}

const sources: LogSource[] = ["loop", "install", "types", "build", "test"];
const words = "vite transforming modules and writing the bundle of a page with its styles for the browser".split(" ");
/** Events of one frame of a replay. */
const frameSize = 500;
/** ms between frames of a stream. */
const beat = 50;

let newest = 0;
let deliver: (data: string) => void = () => undefined;

function nextEvent(): Envelope {
  newest += 1;
  const level: LogLevel = newest % 50 === 0 ? "error" : newest % 20 === 0 ? "warn" : "info";
  const place = newest % 50 === 0 ? `src/client/page-${newest % 9}.tsx(${newest % 300},7): error TS2304: ` : "";
  const count = 4 + (newest % 12);
  const text =
    place + Array.from({ length: count }, (_, index) => words[(newest + index * 3) % words.length]).join(" ");
  return {
    v: 1,
    seq: newest,
    id: `evt_${newest}`,
    ts: new Date(1_700_000_000_000 + newest * 5).toISOString(),
    type: "log.appended",
    actor: { kind: "system", id: "builder" },
    data: { generationId: "gen_1", source: sources[newest % sources.length] ?? "loop", level, text },
  };
}

const send = (count: number): void => deliver(JSON.stringify(Array.from({ length: count }, nextEvent)));

window.player = {
  async replay(lines) {
    for (let left = lines; left > 0; left -= frameSize) {
      send(Math.min(frameSize, left));
      await new Promise((resolve) => setTimeout(resolve));
    }
  },
  stream(linesPerSecond, ms) {
    const began = performance.now();
    let sent = 0;
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        const passed = performance.now() - began;
        const due = Math.floor((Math.min(passed, ms) * linesPerSecond) / 1_000) - sent;
        if (due > 0) send(due);
        sent += Math.max(0, due);
        if (passed < ms) return;
        clearInterval(timer);
        resolve(sent);
      }, beat);
    });
  },
};

function openSocket(): WebSocket {
  const socket = new EventTarget() as EventTarget & { readyState: number; send: () => void; close: () => void };
  socket.readyState = 1;
  socket.send = () => undefined;
  socket.close = () => undefined;
  deliver = (data) => void socket.dispatchEvent(new MessageEvent("message", { data }));
  setTimeout(() => socket.dispatchEvent(new Event("open")));
  return socket as unknown as WebSocket;
}

const ports = {
  snapshot: async () => ({ seq: 0, generation: null, prd: null, steps: [], versionId: null, previewUrl: null }),
  ticket: async () => ({ url: "" }),
  openSocket,
  online: () => true,
};
queryClient.setQueryData(projectQuery("prj_1").queryKey, { id: "prj_1", role: "owner" } as never);

const router = createBrowserRouter([
  {
    path: "*",
    element: (
      <ProjectProvider projectId="prj_1" ports={ports}>
        <main className="flex h-dvh flex-col">
          <ConsolePane />
        </main>
      </ProjectProvider>
    ),
  },
]);
createRoot(document.getElementById("root") ?? document.body).render(
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);

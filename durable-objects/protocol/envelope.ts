// The envelope every stored event travels in. `seq` rises by one per project and never repeats;
// reconnecting is "replay after n". Imports neither Cloudflare nor React.
import type { ProjectEvents, ProjectEventType } from "./project-events.ts";

export const protocolVersion = 1;

export type Actor =
  | { kind: "user"; id: string }
  | { kind: "agent"; id: "architect" | "coder" | "reviewer" | "fixer" }
  | { kind: "system"; id: "loop" | "builder" | "preview" };

export type Envelope<T extends ProjectEventType = ProjectEventType> = {
  [K in T]: {
    v: typeof protocolVersion;
    seq: number;
    id: string;
    /** ISO 8601 UTC. */
    ts: string;
    type: K;
    actor: Actor;
    data: ProjectEvents[K];
  };
}[T];

/** Not stored, no `seq`: lost when nobody listens. */
export interface EphemeralEnvelope {
  v: typeof protocolVersion;
  ts: string;
  type: "message.delta" | "typing.start" | "typing.stop" | "presence.changed";
  actor: Actor;
  data: Record<string, unknown>;
}

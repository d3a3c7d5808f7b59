import type { ProjectRpc } from "../../durable-objects/project/rpc.ts";
import type { Env } from "../env.ts";

/** The project's Durable Object, by the contract that API and object share; the one place that knows how it is named. */
export function projectStub(env: Pick<Env, "PROJECT">, projectId: string): ProjectRpc {
  return env.PROJECT.get(env.PROJECT.idFromName(projectId)) as unknown as ProjectRpc;
}

/**
 * What a call over RPC answered, as an answer of one's own. The result of a call holds on to its server until it is disposed
 * of; handed on as it is, whoever gets it would have to do that, and an app's isolate does not.
 */
export function ownAnswer<T extends object>(result: T): T {
  return { ...result };
}

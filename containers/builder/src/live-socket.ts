// Connects to a socket that a sandboxed process listens on. The process could have put a link to any other socket of the
// machine in its place: the file itself is opened without following one, must be a socket of that user, and is connected
// to by its descriptor, so that what was looked at is what is spoken to.
import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { connect, type Socket } from "node:net";

/** Names a file without opening it (Linux). */
const pathOnly = 0o10000000;

/** `owner`: who must own it; undefined: whoever runs the builder. Throws when there is no such socket. */
export async function connectToSocket(path: string, owner: number | undefined): Promise<Socket> {
  if (process.platform !== "linux") return connected(path, () => {});
  const descriptor = openSync(path, pathOnly | constants.O_NOFOLLOW);
  const entry = fstatSync(descriptor);
  if (!entry.isSocket() || (owner !== undefined && entry.uid !== owner)) {
    closeSync(descriptor);
    throw new Error("The workspace's socket is not its own.");
  }
  return connected(`/proc/self/fd/${descriptor}`, () => closeSync(descriptor));
}

/** `done`: called once, when the path is not needed any more. */
function connected(path: string, done: () => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path, allowHalfOpen: true });
    const fail = (error: Error): void => {
      done();
      reject(error);
    };
    socket.once("error", fail);
    socket.once("connect", () => {
      socket.off("error", fail);
      done();
      resolve(socket);
    });
  });
}

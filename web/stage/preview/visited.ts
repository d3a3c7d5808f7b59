// Where the app in the frame has been. The browser's own history belongs to the whole page: going back in it could leave
// the project. Pure.

export interface Visited {
  paths: readonly string[];
  at: number;
}

export const startAt = (path: string): Visited => ({ paths: [path], at: 0 });
export const placeOf = ({ paths, at }: Visited): string => paths[at] ?? "/";
const mostKept = 100;

/** The app says that it is at this address: by a link in it, or since it was sent there. */
export function arrive(visited: Visited, path: string): Visited {
  if (path === placeOf(visited)) return visited;
  const before = visited.paths.slice(0, visited.at + 1).slice(-mostKept);
  return { paths: [...before, path], at: before.length };
}

/** Null where there is nothing to go to. */
export function step(visited: Visited, by: -1 | 1): Visited | null {
  const at = visited.at + by;
  return at < 0 || at >= visited.paths.length ? null : { ...visited, at };
}

/** What someone typed into the address bar, as a path of the app; null when it leads elsewhere. */
export function readTyped(typed: string, origin: string): string | null {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `/${text.replace(/^\/+/, "")}`, origin);
  return url === null || url.origin !== origin ? null : url.pathname + url.search + url.hash;
}

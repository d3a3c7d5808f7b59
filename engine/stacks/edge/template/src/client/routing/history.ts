// The browser's history as React Router's `Navigator`, with one addition: a page may hold back whoever leaves it.
import { createPath, type Location, type NavigateOptions, type Navigator, type To } from "react-router";

export type HistoryAction = "push" | "replace" | "pop";

export interface Move {
  readonly location: Location;
  readonly action: HistoryAction;
  /** A change of filters stays where it was scrolled to. */
  readonly keepsScroll: boolean;
}

/** What is kept in `history.state`: the app's own state, the entry's name, its place in the row of entries. */
interface Entry {
  usr: unknown;
  key: string;
  at: number;
}

export interface AppHistory {
  readonly navigator: Navigator;
  current(): Location;
  /** Asked before every move with what would carry it out later; true holds it back. */
  guard: ((retry: () => void) => boolean) | undefined;
}

const newKey = (): string => Math.random().toString(36).slice(2, 10);

const toHref = (to: To): string => (typeof to === "string" ? to : createPath(to));

const entryOf = (state: unknown): Entry => {
  const known = (state ?? {}) as Partial<Entry>;
  return { usr: known.usr ?? null, key: known.key ?? "default", at: known.at ?? 0 };
};

export function createHistory(onMove: (move: Move) => void): AppHistory {
  let at = entryOf(history.state).at;
  let isReturning = false;

  const current = (): Location => {
    const { pathname, search, hash } = location;
    const { usr, key } = entryOf(history.state);
    return { pathname, search, hash, state: usr, key };
  };

  const write = (action: "push" | "replace", to: To, state: unknown, options: NavigateOptions | undefined): void => {
    const go = (): void => {
      if (action === "push") at += 1;
      const entry: Entry = { usr: state ?? null, key: newKey(), at };
      history[action === "push" ? "pushState" : "replaceState"](entry, "", toHref(to));
      onMove({ location: current(), action, keepsScroll: options?.preventScrollReset === true });
    };
    if (self.guard?.(go) !== true) go();
  };

  addEventListener("popstate", () => {
    if (isReturning) {
      isReturning = false;
      return;
    }
    const next = entryOf(history.state).at;
    const delta = next - at;
    // The browser has moved already: it is sent back, and forth again when the page lets go.
    if (delta !== 0 && self.guard?.(() => history.go(delta)) === true) {
      isReturning = true;
      history.go(-delta);
      return;
    }
    at = next;
    onMove({ location: current(), action: "pop", keepsScroll: false });
  });

  const self: AppHistory = {
    guard: undefined,
    current,
    navigator: {
      createHref: toHref,
      go: (delta) => history.go(delta),
      push: (to, state, options) => write("push", to, state, options),
      replace: (to, state, options) => write("replace", to, state, options),
    },
  };
  return self;
}

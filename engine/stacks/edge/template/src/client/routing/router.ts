// Which page is shown: a page stays until the code and the data of the next one are there. Knows no React components by
// name; pages.tsx draws the state, React Router does the matching and the links.
import type { ComponentType } from "react";
import { type Location, matchRoutes, type Navigator, type Params, type RouteObject } from "react-router";
import { isUnreachable } from "../api.ts";
import { createHistory, type HistoryAction, type Move } from "./history.ts";

export interface LoaderArgs {
  readonly params: Params;
  /** Its signal ends when someone goes elsewhere. */
  readonly request: Request;
}

export interface PageModule {
  readonly Component?: ComponentType;
  readonly loader?: (args: LoaderArgs) => unknown;
}

export interface PageRoute extends PageModule {
  readonly path?: string;
  readonly index?: boolean;
  /** Code that is loaded when the page is first opened. */
  readonly lazy?: () => Promise<PageModule>;
  /** Stands in for this page, or for one inside it, when that fails. */
  readonly ErrorBoundary?: ComponentType;
  readonly children?: readonly PageRoute[];
}

export interface Shown {
  readonly route: PageRoute;
  readonly params: Params;
  readonly pathname: string;
  readonly pathnameBase: string;
  readonly Component?: ComponentType | undefined;
  readonly data?: unknown;
  readonly error?: unknown;
}

export interface RouterState {
  readonly location: Location;
  readonly action: HistoryAction;
  readonly keepsScroll: boolean;
  /** From the outermost layout to the page. */
  readonly shown: readonly Shown[];
  /** No page has been shown yet. */
  readonly isFirst: boolean;
  readonly isLoading: boolean;
  /** A move that the page holds back. */
  readonly held: (() => void) | undefined;
}

export interface AppRouter {
  readonly basename: string;
  readonly navigator: Navigator;
  read(): RouterState;
  subscribe(listener: () => void): () => void;
  /** Loads the data of the page again. */
  revalidate(): Promise<void>;
  /** A move for which it answers true is kept in `state.held` instead. */
  hold(shouldHold: (() => boolean) | undefined): void;
  /** Carries out the move that is held, or forgets it. */
  release(isGoing: boolean): void;
}

interface RouterOptions {
  readonly routes: readonly PageRoute[];
  readonly basename?: string;
  /** What has to be known before the first page. */
  readonly beginnings?: readonly (() => Promise<unknown>)[];
}

/** What React Router matches by; the page itself rides along. */
function toMatched(route: PageRoute): RouteObject {
  if (route.index) return { index: true, handle: route };
  const children = (route.children ?? []).map(toMatched);
  return { ...(route.path !== undefined && { path: route.path }), handle: route, children };
}

const mostRemembered = 30;

/** With the address last; the one that was not opened for longest makes room. */
function remember(known: Map<string, unknown> | undefined, address: string, data: unknown): Map<string, unknown> {
  const next = new Map(known);
  next.delete(address);
  next.set(address, data);
  const [oldest] = next.keys();
  if (next.size > mostRemembered && oldest !== undefined) next.delete(oldest);
  return next;
}

export function createRouter({ routes, basename = "/", beginnings = [] }: RouterOptions): AppRouter {
  const listeners = new Set<() => void>();
  const modules = new WeakMap<PageRoute, PageModule>();
  /** What pages showed, by their addresses, for when the server cannot be reached. */
  const remembered = new WeakMap<PageRoute, Map<string, unknown>>();
  let running = new AbortController();
  /** The move that was held is under way. */
  let isReleased = false;
  const history = createHistory((move) => void open(move));

  const matched = routes.map(toMatched);
  const match = (location: Location): Shown[] =>
    (matchRoutes(matched, location, basename) ?? []).map(({ params, pathname, pathnameBase, route: { handle } }) => {
      const route = handle as PageRoute;
      return { params, pathname, pathnameBase, route, Component: route.Component };
    });

  const first = history.current();
  const opening = match(first);
  const unready = opening.findIndex(({ route }) => route.lazy !== undefined || route.loader !== undefined);
  let state: RouterState = {
    location: first,
    action: "pop",
    keepsScroll: false,
    shown: beginnings.length > 0 ? [] : opening.slice(0, unready < 0 ? opening.length : unready),
    isFirst: true,
    isLoading: true,
    held: undefined,
  };
  const set = (changes: Partial<RouterState>): void => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };

  async function moduleOf(route: PageRoute): Promise<PageModule> {
    const known = modules.get(route);
    if (known) return known;
    const module = (await route.lazy?.()) ?? route;
    modules.set(route, module);
    return module;
  }

  /** Code is fetched at once, data when what the first page waits for is known. */
  async function load(found: Shown, location: Location, signal: AbortSignal, begun?: Promise<unknown>): Promise<Shown> {
    const known = remembered.get(found.route);
    const address = location.pathname + location.search;
    try {
      const { Component, loader } = await moduleOf(found.route);
      await begun;
      if (!loader) return { ...found, Component };
      try {
        const data = await loader({ params: found.params, request: new Request(new URL(address, origin), { signal }) });
        remembered.set(found.route, remember(known, address, data));
        return { ...found, Component, data };
      } catch (error) {
        if (!isUnreachable(error) || known?.has(address) !== true) throw error;
        return { ...found, Component, data: known.get(address) };
      }
    } catch (error) {
      return { ...found, error };
    }
  }

  /** False when another move came in between, or when a loader sent us elsewhere. */
  async function loadAll(location: Location): Promise<Shown[] | undefined> {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    set({ isLoading: true });
    const begun = state.isFirst ? Promise.all(beginnings.map((begin) => begin())) : undefined;
    const shown = await Promise.all(match(location).map((found) => load(found, location, signal, begun)));
    await begun?.catch(() => undefined);
    if (signal.aborted) return undefined;
    const target = shown
      .map(({ error }) => (error instanceof Response ? error.headers.get("Location") : null))
      .find((found) => found !== null);
    if (target === undefined) return shown;
    history.navigator.replace(target);
    return undefined;
  }

  async function open({ location, action, keepsScroll }: Move): Promise<void> {
    isReleased = false;
    const shown = await loadAll(location);
    if (shown) set({ location, action, keepsScroll, shown, isFirst: false, isLoading: false });
  }

  void open({ location: first, action: "pop", keepsScroll: false });

  return {
    basename,
    navigator: history.navigator,
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    revalidate: async () => {
      const shown = await loadAll(state.location);
      if (shown) set({ shown, isLoading: false });
    },
    hold: (shouldHold) => {
      history.guard = (retry) => {
        if (isReleased || shouldHold?.() !== true) return false;
        set({ held: retry });
        return true;
      };
    },
    release: (isGoing) => {
      const go = state.held;
      set({ held: undefined });
      isReleased = isGoing;
      if (isGoing) go?.();
    },
  };
}

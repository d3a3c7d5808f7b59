"use client";

// Links, addresses and moves, on top of Next's router and in the words that the components of this app use. Inside
// <NavigationRoot base="/manage"> every address is below that base and is written without it.
import NextLink from "next/link";
import {
  useParams as useNextParams,
  usePathname,
  useRouter,
  useSearchParams as useNextSearchParams,
} from "next/navigation";
import {
  type ComponentProps,
  type ComponentType,
  createContext,
  type MouseEventHandler,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";

interface Root {
  base: string;
  outlet: ReactNode;
}

const RootContext = createContext<Root>({ base: "", outlet: null });

/** Where the app is going, and what the page it arrives at is told. */
interface Move {
  from: string;
  to: string;
  state: unknown;
  key: string;
}

let moves = 0;
let lastMove: Move | null = null;
let arrivedAt = "";
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(to: string, state: unknown): void {
  moves += 1;
  lastMove = { from: arrivedAt, to, state, key: `move-${moves}` };
  tell();
}

/** Asked before every move inside the app; true holds it back. */
let guard: (() => boolean) | undefined;
/** Carries out the move that is held. */
let held: (() => void) | null = null;

function hold(move: () => void): void {
  held = move;
  tell();
}

const readHeld = (): (() => void) | null => held;
const nothingHeld = (): null => null;

const readMove = (): Move | null => lastMove;
const noMove = (): Move | null => null;
const readArrival = (): string => arrivedAt;

function useHere(): { pathname: string; search: string } {
  const pathname = usePathname();
  const query = String(useNextSearchParams());
  return { pathname, search: query === "" ? "" : `?${query}` };
}

/** An address of the app as the browser knows it. */
function useAddress(): (to: string) => string {
  const { base } = useContext(RootContext);
  const { pathname } = useHere();
  return useCallback(
    (to: string): string => {
      if (to.startsWith("?") || to === "") return `${pathname}${to}`;
      if (!to.startsWith("/")) return to;
      return to === "/" ? base || "/" : `${base}${to}`;
    },
    [base, pathname],
  );
}

/** Gives the components below their base and, for a layout, the page to show in its <Outlet>. */
export function NavigationRoot({
  base = "",
  outlet,
  children,
}: {
  base?: string;
  outlet: ReactNode;
  children: ReactNode;
}) {
  const { pathname, search } = useHere();
  const root = useMemo(() => ({ base, outlet }), [base, outlet]);
  useEffect(() => {
    arrivedAt = `${pathname}${search}`;
    tell();
  }, [pathname, search]);
  return <RootContext value={root}>{children}</RootContext>;
}

export const Outlet = (): ReactNode => useContext(RootContext).outlet;

/** Next restores the scroll position by itself. */
export const ScrollRestoration = (): null => null;

export type LinkProps = Omit<ComponentProps<"a">, "href" | "onClick" | "onMouseEnter" | "onTouchStart"> & {
  to: string;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
  replace?: boolean;
  preventScrollReset?: boolean;
  state?: unknown;
};

export function Link({ to, replace = false, preventScrollReset = false, state, onClick, ...props }: LinkProps) {
  const href = useAddress()(to);
  const navigate = useNavigate();
  return (
    <NextLink
      href={href}
      replace={replace}
      scroll={!preventScrollReset}
      // Every page is made for its request: fetching what is merely visible would cost more than it saves.
      prefetch={false}
      onClick={(event) => {
        onClick?.(event);
        const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
        if (!isPlain || event.defaultPrevented || props.target !== undefined) return;
        if (guard?.() === true) {
          event.preventDefault();
          void navigate(to, { replace, preventScrollReset, state });
        } else announce(href, state ?? null);
      }}
      {...props}
    />
  );
}

type NavLinkProps = Omit<LinkProps, "className"> & {
  end?: boolean;
  className?: string | ((state: { isActive: boolean }) => string | undefined);
};

export function NavLink({ end = false, className, ...props }: NavLinkProps) {
  const href = useAddress()(props.to);
  const { pathname } = useHere();
  const isActive = pathname === href || (!end && href !== "/" && pathname.startsWith(`${href}/`));
  const look = typeof className === "function" ? className({ isActive }) : className;
  return (
    <Link {...props} {...(look !== undefined && { className: look })} aria-current={isActive ? "page" : undefined} />
  );
}

/** A form whose answers become the query of `action`. */
export function Form({ action, ...props }: ComponentProps<"form"> & { action: string }) {
  const address = useAddress();
  const navigate = useNavigate();
  return (
    <form
      action={address(action)}
      onSubmit={(event) => {
        event.preventDefault();
        const answers = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
        void navigate(`${action}?${new URLSearchParams(answers)}`);
      }}
      {...props}
    />
  );
}

export interface Location {
  pathname: string;
  search: string;
  hash: string;
  state: unknown;
  key: string;
}

export function useLocation(): Location {
  const { base } = useContext(RootContext);
  const { pathname, search } = useHere();
  const move = useSyncExternalStore(subscribe, readMove, noMove);
  const isFromMove = move?.to === `${pathname}${search}`;
  const inner = base !== "" && `${pathname}/`.startsWith(`${base}/`) ? pathname.slice(base.length) || "/" : pathname;
  return {
    pathname: inner,
    search,
    hash: "",
    state: isFromMove ? move.state : null,
    key: isFromMove ? move.key : `${pathname}${search}`,
  };
}

interface MoveOptions {
  replace?: boolean;
  state?: unknown;
  preventScrollReset?: boolean;
}

export function useNavigate() {
  const router = useRouter();
  const address = useAddress();
  const { pathname, search } = useHere();
  const here = `${pathname}${search}`;
  return useCallback(
    (to: string | number, options: MoveOptions = {}): Promise<void> => {
      if (typeof to === "number") {
        if (to < 0) router.back();
        else router.forward();
        return Promise.resolve();
      }
      const href = address(to);
      const scroll = options.preventScrollReset !== true;
      const go = (): void => {
        announce(href, options.state ?? null);
        // Whoever leads to the page that is shown has changed something on it.
        if (href === here) router.refresh();
        else if (options.replace) router.replace(href, { scroll });
        else router.push(href, { scroll });
      };
      if (guard?.() === true) hold(go);
      else go();
      return Promise.resolve();
    },
    [router, address, here],
  );
}

type Query = URLSearchParams | [string, string][] | Record<string, string>;

export function useSearchParams(): [
  URLSearchParams,
  (next: Query | ((current: URLSearchParams) => Query), options?: MoveOptions) => void,
] {
  const current = useNextSearchParams();
  const text = String(current);
  const navigate = useNavigate();
  const query = useMemo(() => new URLSearchParams(text), [text]);
  const setQuery = useCallback(
    (next: Query | ((current: URLSearchParams) => Query), options?: MoveOptions): void => {
      const chosen = typeof next === "function" ? next(new URLSearchParams(text)) : next;
      const asked = String(new URLSearchParams(chosen));
      void navigate(asked === "" ? "" : `?${asked}`, options);
    },
    [navigate, text],
  );
  return [query, setQuery];
}

export function useParams(): Record<string, string | undefined> {
  const params = useNextParams();
  return Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]));
}

/** Has the server make the page again, and a page of the browser's own load its data again. */
export function useRevalidator(): { state: "idle"; revalidate: () => Promise<void> } {
  const router = useRouter();
  const { reload } = useContext(LoadedContext);
  const revalidate = useCallback(async (): Promise<void> => {
    router.refresh();
    await reload?.();
  }, [router, reload]);
  return { state: "idle", revalidate };
}

export function useNavigation(): { state: "idle" | "loading" } {
  const { pathname, search } = useHere();
  const move = useSyncExternalStore(subscribe, readMove, noMove);
  const arrival = useSyncExternalStore(subscribe, readArrival, () => "");
  // Arriving anywhere ends it, also where it did not mean to go.
  const isUnderWay = move !== null && move.from === arrival && move.to !== `${pathname}${search}`;
  return { state: isUnderWay ? "loading" : "idle" };
}

/** A page that the browser loads by itself: its code, and what its `loader` answers. */
export interface PageModule {
  readonly Component?: ComponentType;
  readonly loader?: (args: LoaderArgs) => unknown;
}

export interface PageRoute extends PageModule {
  /** Below the base, with `:name` for a segment that may be anything. */
  readonly path?: string;
  readonly lazy?: () => Promise<PageModule>;
}

export interface LoaderArgs {
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly request: Request;
}

interface Loaded {
  data: unknown;
  reload: (() => Promise<void>) | null;
}

/** What page-host.tsx gives to the page it shows. */
export const LoadedContext = createContext<Loaded>({ data: undefined, reload: null });

export const useLoaderData = <Data,>(): Data => useContext(LoadedContext).data as Data;

export type Blocker = { state: "unblocked" } | { state: "blocked"; proceed: () => void; reset: () => void };

/** Holds back links, buttons and the closing of the page while `shouldBlock` says so; it is asked at that moment. */
export function useBlocker(shouldBlock: () => boolean): Blocker {
  const move = useSyncExternalStore(subscribe, readHeld, nothingHeld);
  const latest = useRef(shouldBlock);
  useEffect(() => {
    latest.current = shouldBlock;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (latest.current()) event.preventDefault();
    };
    guard = () => latest.current();
    addEventListener("beforeunload", ask);
    return () => {
      guard = undefined;
      held = null;
      removeEventListener("beforeunload", ask);
    };
  }, []);
  if (!move) return { state: "unblocked" };
  const end = (isGoing: boolean): void => {
    held = null;
    if (isGoing) guard = undefined;
    tell();
    if (isGoing) move();
  };
  return { state: "blocked", proceed: () => end(true), reset: () => end(false) };
}

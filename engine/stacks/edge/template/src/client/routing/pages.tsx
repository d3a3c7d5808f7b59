// Draws what the router shows, and gives pages their data. The hooks have the names and shapes of React Router's own
// data mode, whose other 20 KB (actions, fetchers, server rendering) this app has no use for.
import {
  Component,
  type ComponentType,
  createContext,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import { Outlet, renderMatches, Router } from "react-router";
import type { AppRouter, RouterState, Shown } from "./router.ts";
import { restoreScroll } from "./scroll.ts";

const RouterContext = createContext<AppRouter | null>(null);
const DataContext = createContext<unknown>(undefined);
const ErrorContext = createContext<unknown>(undefined);

interface BoundaryProps {
  /** Another page gets another chance. */
  page: string;
  fallback: ComponentType;
  children: ReactNode;
}

interface BoundaryState {
  page: string;
  failure: { error: unknown } | null;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { page: this.props.page, failure: null };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps({ page }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return page === state.page ? null : { page, failure: null };
  }

  override render(): ReactNode {
    const { fallback: Fallback, children } = this.props;
    const { failure } = this.state;
    if (failure === null) return children;
    return (
      <ErrorContext value={failure.error}>
        <Fallback />
      </ErrorContext>
    );
  }
}

/** The pages down to the one that failed; a boundary at or above it takes its place. */
function upToFailure(shown: readonly Shown[]): { levels: readonly Shown[]; failed: Shown | undefined } {
  const failedAt = shown.findIndex(({ error }) => error !== undefined);
  if (failedAt < 0) return { levels: shown, failed: undefined };
  const boundaryAt = shown.slice(0, failedAt + 1).findLastIndex(({ route }) => route.ErrorBoundary !== undefined);
  return { levels: shown.slice(0, boundaryAt + 1), failed: shown[failedAt] };
}

function drawPages({ shown, location, isFirst }: RouterState, waiting: ReactNode): ReactNode {
  const { levels, failed } = upToFailure(shown);
  const last = levels.at(-1);
  const draw = (level: Shown): ReactNode => {
    const { Component: Page, data, route } = level;
    const { ErrorBoundary } = route;
    if (failed && level === last && ErrorBoundary) {
      return (
        <ErrorContext value={failed.error}>
          <ErrorBoundary />
        </ErrorContext>
      );
    }
    const page = <DataContext value={data}>{Page ? <Page /> : <Outlet />}</DataContext>;
    if (!ErrorBoundary) return page;
    return (
      <Boundary page={location.key} fallback={ErrorBoundary}>
        {page}
      </Boundary>
    );
  };
  const matches = levels.map((level) => ({
    params: level.params,
    pathname: level.pathname,
    pathnameBase: level.pathnameBase,
    route: { element: draw(level) },
  }));
  if (isFirst && last) matches.push({ ...last, route: { element: waiting } });
  return renderMatches(matches);
}

/** `waiting` stands in the place of the first page until that is there. */
export function AppPages({ router, waiting }: { router: AppRouter; waiting: ReactNode }) {
  const state = useSyncExternalStore(router.subscribe, router.read);
  const drawn = useRef<object>(undefined);
  useLayoutEffect(() => {
    if (state.isFirst || drawn.current === state.location) return;
    drawn.current = state.location;
    restoreScroll(state);
  }, [state]);
  return (
    <RouterContext value={router}>
      <Router basename={router.basename} location={state.location} navigator={router.navigator}>
        {drawPages(state, waiting)}
      </Router>
    </RouterContext>
  );
}

function useRouter(): AppRouter {
  const router = use(RouterContext);
  if (!router) throw new Error("This is used outside of the app's pages.");
  return router;
}

/** What the page's `loader` answered. */
export const useLoaderData = <Loaded,>(): Loaded => use(DataContext) as Loaded;

/** What went wrong, in an `ErrorBoundary`. */
export const useRouteError = (): unknown => use(ErrorContext);

export function useNavigation(): { state: "idle" | "loading" } {
  const router = useRouter();
  const { isLoading } = useSyncExternalStore(router.subscribe, router.read);
  return { state: isLoading ? "loading" : "idle" };
}

export const useRevalidator = (): Pick<AppRouter, "revalidate"> => useRouter();

export type Blocker = { state: "unblocked" } | { state: "blocked"; proceed: () => void; reset: () => void };

/**
 * Holds back whoever leaves the page while `shouldBlock` says so: links, buttons, the browser's own arrows and closing it.
 * It is asked at that moment, so that a form may let go and leave in one step.
 */
export function useBlocker(shouldBlock: () => boolean): Blocker {
  const router = useRouter();
  const { held } = useSyncExternalStore(router.subscribe, router.read);
  const latest = useRef(shouldBlock);
  useEffect(() => {
    latest.current = shouldBlock;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (latest.current()) event.preventDefault();
    };
    router.hold(() => latest.current());
    addEventListener("beforeunload", ask);
    return () => {
      router.hold(undefined);
      removeEventListener("beforeunload", ask);
    };
  }, [router]);
  if (!held) return { state: "unblocked" };
  return { state: "blocked", proceed: () => router.release(true), reset: () => router.release(false) };
}

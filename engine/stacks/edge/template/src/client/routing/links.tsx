// Links and the query of the address, with the names of React Router's own. Those bring its data mode, prefetching and
// server rendering along: 5 KB on every page.
import { type ComponentProps, type MouseEvent, useCallback, useMemo } from "react";
import { createPath, type NavigateOptions, useHref, useLocation, useNavigate } from "react-router";

export type LinkProps = Omit<ComponentProps<"a">, "href"> & { to: string } & NavigateOptions;

/** Anything else, such as "open in a new tab", is the browser's. */
const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.altKey && !event.ctrlKey && !event.shiftKey;

export function Link({ to, replace, state, preventScrollReset = false, onClick, children, ...props }: LinkProps) {
  const href = useHref(to);
  const here = useHref(createPath(useLocation()));
  const navigate = useNavigate();
  return (
    <a
      {...props}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || props.target !== undefined || !isPlainClick(event)) return;
        event.preventDefault();
        // The page that is open already needs no second entry in the history.
        void navigate(to, { replace: replace ?? href === here, state, preventScrollReset });
      }}
    >
      {children}
    </a>
  );
}

type NavLinkProps = Omit<LinkProps, "className"> & {
  /** Current on this very page alone, not on those below it. */
  end?: boolean;
  className?: string | ((state: { isActive: boolean }) => string);
};

export function NavLink({ end = false, className, ...props }: NavLinkProps) {
  const { pathname } = useLocation();
  const { to } = props;
  const isActive = pathname === to || (!end && to !== "/" && pathname.startsWith(`${to}/`));
  const look = typeof className === "function" ? className({ isActive }) : className;
  return (
    <Link {...props} {...(look !== undefined && { className: look })} {...(isActive && { "aria-current": "page" })} />
  );
}

type Query = URLSearchParams | [string, string][] | Record<string, string>;

export function useSearchParams() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const setQuery = useCallback(
    (next: Query | ((current: URLSearchParams) => Query), options?: NavigateOptions): void => {
      const chosen = typeof next === "function" ? next(new URLSearchParams(query)) : next;
      void navigate(`?${new URLSearchParams(chosen)}`, options);
    },
    [navigate, query],
  );
  return [query, setQuery] as const;
}

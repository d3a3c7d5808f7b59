import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { appName } from "../shared/app.ts";
import { models } from "../shared/models.ts";
import { capabilityPages } from "./capabilities/registry.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./components/icon.tsx";
import { Button } from "./components/ui/button.tsx";
import { Flash } from "./flash.tsx";
import { SchemeToggle } from "./scheme-toggle.tsx";

function Brand() {
  return (
    <Link to="/" className="flex min-w-0 items-center gap-2.5 rounded-md font-semibold tracking-tight">
      <img src="/favicon.svg" alt="" className="size-7" />
      <span className="truncate">{appName}</span>
    </Link>
  );
}

function NavItem({
  to,
  icon,
  end = false,
  children,
}: {
  to: string;
  icon: string;
  end?: boolean;
  children: ReactNode;
}) {
  return (
    <li>
      <NavLink
        to={to}
        end={end}
        className={({ isActive }) =>
          classNames(
            "flex items-center gap-3 rounded-lg px-3 py-2 text-sm font-medium transition-colors",
            isActive ? "bg-accent-soft text-accent" : "text-subtle hover:bg-muted hover:text-text",
          )
        }
      >
        <Icon name={icon} className="size-[1.125rem]" />
        <span className="min-w-0 truncate">{children}</span>
      </NavLink>
    </li>
  );
}

function Navigation() {
  return (
    <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto px-3 py-4">
      <ul className="space-y-0.5">
        {capabilityPages
          .filter((page) => page.isHome)
          .map((page) => (
            <NavItem key={page.path} to="/" icon={page.icon} end>
              {page.title}
            </NavItem>
          ))}
        <NavItem to={capabilityPages.some((page) => page.isHome) ? "/dashboard" : "/"} icon="home" end>
          Dashboard
        </NavItem>
        {capabilityPages
          .filter((page) => !page.isHome && !page.isHidden)
          .map((page) => (
            <NavItem key={page.path} to={`/${page.path}`} icon={page.icon}>
              {page.title}
            </NavItem>
          ))}
        {models.map((model) => (
          <NavItem key={model.key} to={`/${model.slug}`} icon={model.icon}>
            {model.pluralLabel}
          </NavItem>
        ))}
      </ul>
      <ul className="mt-auto">
        <NavItem to="/about" icon="info">
          About this app
        </NavItem>
      </ul>
    </nav>
  );
}

/** The side bar of small screens. */
function Drawer({ onClose }: { onClose: () => void }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // A press on the backdrop closes it, as Escape does through `cancel`.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={element}
      aria-label="Menu"
      onCancel={onClose}
      onClick={(event) => event.target === element.current && onClose()}
      className="m-0 h-dvh max-h-none w-72 max-w-[85vw] border-r bg-surface p-0 text-text shadow-xl"
    >
      <div className="flex h-full flex-col">
        <div className="flex h-14 shrink-0 items-center justify-between gap-2 border-b pr-2 pl-5">
          <Brand />
          <Button variant="ghost" size="icon" aria-label="Close menu" onClick={onClose}>
            <Icon name="close" />
          </Button>
        </div>
        <Navigation />
      </div>
    </dialog>
  );
}

export function Layout() {
  const { pathname } = useLocation();
  // The page the drawer was opened on: going to another one closes it.
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const isOpen = openedOn === pathname;
  const isLoading = useNavigation().state === "loading";
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);

  useEffect(() => {
    // After a change of page keyboard and screen reader start at its content; the first page starts at the top.
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);

  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[16rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only rounded-lg bg-primary px-4 py-2 text-sm font-medium text-on-primary focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
      >
        Skip to content
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col border-r bg-surface lg:flex">
        <div className="flex h-16 shrink-0 items-center justify-between gap-2 pr-3 pl-5">
          <Brand />
          <SchemeToggle />
        </div>
        <Navigation />
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-20 flex h-14 items-center justify-between gap-3 border-b bg-surface px-3 lg:hidden">
          <div className="flex min-w-0 items-center gap-2">
            <Button
              variant="ghost"
              size="icon"
              aria-label="Open menu"
              aria-expanded={isOpen}
              onClick={() => setOpenedOn(pathname)}
            >
              <Icon name="menu" />
            </Button>
            <Brand />
          </div>
          <SchemeToggle />
        </header>
        {isOpen && <Drawer onClose={() => setOpenedOn(null)} />}
        <div
          aria-hidden="true"
          className={classNames(
            "fixed inset-x-0 top-0 z-50 h-0.5 bg-primary transition-opacity",
            isLoading ? "animate-pulse opacity-100" : "opacity-0",
          )}
        />
        <main
          id="content"
          ref={main}
          tabIndex={-1}
          className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 outline-none sm:px-6 lg:px-10 lg:py-9"
        >
          <Outlet />
        </main>
      </div>
      <Flash />
      <ScrollRestoration />
    </div>
  );
}

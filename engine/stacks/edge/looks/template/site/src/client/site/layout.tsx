import { useEffect, useRef } from "react";
import { Link, Outlet, ScrollRestoration, useLocation } from "react-router";
import { appName } from "../../shared/app.ts";
import { site } from "../../shared/site.ts";
import { Flash } from "../flash.tsx";
import { SiteHeader } from "./header.tsx";
import { siteLinks } from "./site-links.ts";
import { pageWidth } from "./section.tsx";

function Footer() {
  return (
    <footer className="mt-auto border-t bg-surface">
      <div className={`${pageWidth} flex flex-wrap justify-between gap-8 py-10 text-sm`}>
        <div className="max-w-sm">
          <p className="font-semibold">{appName}</p>
          <p className="mt-2 text-pretty text-subtle">{site.lead}</p>
        </div>
        <nav aria-label="Footer">
          <ul className="grid grid-cols-2 gap-x-10 gap-y-2">
            {siteLinks.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} className="rounded hover:underline">
                  {label}
                </Link>
              </li>
            ))}
            <li>
              {/* The management area is a program of its own, so that visitors do not load it. */}
              <a href="/manage" className="rounded hover:underline">
                Manage
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}

export function SiteLayout() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    // After a change of page keyboard and screen reader start at its content.
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only rounded-lg bg-primary px-4 py-2 text-sm font-medium text-on-primary focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
      >
        Skip to content
      </a>
      <SiteHeader />
      <main id="content" ref={main} tabIndex={-1} className="outline-none">
        <Outlet />
      </main>
      <Footer />
      <Flash />
      <ScrollRestoration />
    </div>
  );
}

import type { ReactNode } from "react";
import { Link, NavLink } from "react-router";
import { Wordmark } from "../components/mark.tsx";
import { Button } from "../components/ui/button.tsx";
import { classNames } from "../lib/class-names.ts";
import { publicPages, type PublicPageName } from "./pages.ts";

const places = [
  { to: publicPages.features.path, words: "Features" },
  { to: publicPages.templates.path, words: "Templates" },
  { to: publicPages.pricing.path, words: "Pricing" },
  { to: publicPages.docs.path, words: "Docs" },
];

/** Head and foot of the pages that everybody may read. */
export function PublicFrame({ page, children }: { page: PublicPageName; children: ReactNode }) {
  const { title, description } = publicPages[page];
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      <PublicHeader />
      <main id="main" className="flex-1">
        {children}
      </main>
      <footer className="border-t border-line px-4 py-8 text-sm text-muted md:px-6">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-3">
          <Wordmark className="mr-auto text-ink" />
          <nav aria-label="More" className="flex flex-wrap gap-x-6 gap-y-3">
            <FootLink to="/features">Features</FootLink>
            <FootLink to="/pricing">Pricing</FootLink>
            <FootLink to="/docs">Docs</FootLink>
            <FootLink to="/design">Design</FootLink>
            <FootLink to="/status">Status</FootLink>
            <a href="/api/v1/docs" className="underline-offset-2 hover:underline">
              API
            </a>
          </nav>
        </div>
      </footer>
    </>
  );
}

/** Also of what everybody may read but the app draws. */
export function PublicHeader() {
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-canvas px-4 md:px-6">
      <div className="mx-auto flex h-(--header-height) w-full max-w-6xl items-center gap-2">
        <Link to="/" aria-label="NexusGen" className="flex rounded-sm">
          <Wordmark />
        </Link>
        <nav aria-label="Pages" className="ml-6 hidden items-center gap-1 md:flex">
          <Places />
        </nav>
        <nav aria-label="Account" className="ml-auto flex items-center gap-1.5">
          <Button asChild size="sm" look="quiet">
            <Link to="/login">Log in</Link>
          </Button>
          <Button asChild size="sm" look="primary">
            <Link to="/register">Start building</Link>
          </Button>
        </nav>
      </div>
      <nav aria-label="Pages" className="-mx-1 flex items-center gap-1 pb-2 md:hidden">
        <Places />
      </nav>
    </header>
  );
}

function Places() {
  return places.map(({ to, words }) => (
    <NavLink
      key={to}
      to={to}
      className={({ isActive }) =>
        classNames(
          "rounded-md px-2.5 py-1.5 text-sm font-[540] hover:bg-hover hover:text-ink",
          isActive ? "text-ink" : "text-muted",
        )
      }
    >
      {words}
    </NavLink>
  ));
}

function FootLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="underline-offset-2 hover:underline">
      {children}
    </Link>
  );
}

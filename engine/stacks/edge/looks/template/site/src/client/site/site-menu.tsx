import { useLocation } from "react-router";
import { type ComponentType, Suspense, useState } from "react";
import { classNames } from "../class-names.ts";
import { Icon } from "../components/icon.tsx";
import { siteLinks } from "./site-links.ts";
import { say } from "../../shared/say.ts";
import { NavLink } from "../routing/links.tsx";

interface SiteMenuProps {
  className?: string;
  linkLook: string;
  currentLook: string;
}

function Deferred({ Mark }: { Mark: ComponentType }) {
  return (
    <Suspense fallback={null}>
      <Mark />
    </Suspense>
  );
}

/** In a row on wide screens. */
export function SiteMenu({ className, linkLook, currentLook }: SiteMenuProps) {
  return (
    <nav aria-label={say.mainMenu} className={classNames("hidden lg:block", className)}>
      <ul className="flex flex-wrap items-center gap-1">
        {siteLinks.map(({ to, label, Mark }) => (
          <li key={to}>
            <NavLink
              to={to}
              className={({ isActive }) =>
                classNames("block rounded-lg px-3 py-2 text-sm font-medium", isActive ? currentLook : linkLook)
              }
            >
              {label()}
              {Mark && <Deferred Mark={Mark} />}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Behind a button on narrow ones; it closes when another page opens. */
export function NarrowMenu({ buttonLook }: { buttonLook: string }) {
  const { pathname } = useLocation();
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const isOpen = openedOn === pathname;
  return (
    <div className="lg:hidden">
      <button
        type="button"
        aria-label={say.menu}
        aria-expanded={isOpen}
        onClick={() => setOpenedOn(isOpen ? null : pathname)}
        className={classNames("grid size-10 place-items-center rounded-lg", buttonLook)}
      >
        <Icon name={isOpen ? "close" : "menu"} />
      </button>
      {isOpen && (
        <nav
          aria-label={say.mainMenu}
          className="absolute inset-x-0 top-full z-30 border-y bg-surface text-text shadow-lg"
        >
          <ul className="p-3">
            {siteLinks.map(({ to, label, Mark }) => (
              <li key={to}>
                <NavLink to={to} className="block rounded-lg px-3 py-3 font-medium hover:bg-muted">
                  {label()}
                  {Mark && <Deferred Mark={Mark} />}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

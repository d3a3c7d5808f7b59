import { classNames } from "../class-names.ts";
import { Frame, Main } from "./frame.tsx";
import { NarrowBar } from "./narrow-bar.tsx";
import { Brand, mainEntries, shownEntries } from "./navigation.tsx";
import { lastEntries } from "./slots.ts";
import { Tools } from "./tools.tsx";
import { say } from "../../shared/say.ts";
import { NavLink } from "../routing/links.tsx";

const topLook = ({ isActive }: { isActive: boolean }): string =>
  classNames(
    "block rounded-lg px-3 py-2 text-sm font-medium whitespace-nowrap outline-on-primary",
    isActive ? "bg-surface text-text" : "hover:underline",
  );

/** The menu as a row; it wraps when the app has many models. */
function TopNavigation() {
  return (
    <nav aria-label={say.mainMenu} className="min-w-0 flex-1 py-2">
      <ul className="flex flex-wrap gap-1">
        {shownEntries([...mainEntries, ...lastEntries]).map(({ to, title, end, isOutside }) => (
          <li key={to}>
            {isOutside ? (
              <a href={to} className={topLook({ isActive: false })}>
                {title()}
              </a>
            ) : (
              <NavLink to={to} end={end === true} className={topLook}>
                {title()}
              </NavLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A bar in the app's colour across the top. */
export function Layout() {
  return (
    <Frame className="flex flex-col">
      <header className="sticky top-0 z-20 hidden border-b bg-primary text-on-primary shadow-xs lg:block print:hidden">
        <div className="mx-auto flex min-h-16 max-w-7xl items-center gap-6 px-10">
          <Brand isOnColour />
          <TopNavigation />
          <Tools isOnColour />
        </div>
      </header>
      <NarrowBar />
      <Main className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 sm:px-6 lg:px-10 lg:py-9" />
    </Frame>
  );
}

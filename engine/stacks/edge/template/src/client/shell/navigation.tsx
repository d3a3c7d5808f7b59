import { useId } from "react";
import { appName } from "../../shared/app.ts";
import { models } from "../../shared/models.ts";
import { say } from "../../shared/say.ts";
import { capabilityPages } from "../capabilities/registry.ts";
import { classNames } from "../class-names.ts";
import { Icon } from "../components/icon.tsx";
import { may } from "../permissions.ts";
import { Link, NavLink } from "../routing/links.tsx";
import type { NavEntry } from "./slot.ts";
import { lastEntries, moreEntries } from "./slots.ts";

const home = capabilityPages.find((page) => page.isHome);

/** What people do here: the dashboard and the pages of the app's abilities. */
const pageEntries: readonly NavEntry[] = [
  ...(home ? [{ to: "/", icon: home.icon, title: () => home.title, end: true }] : []),
  { to: home ? "/dashboard" : "/", icon: "home", title: () => say.dashboard, end: true },
  ...capabilityPages
    .filter((page) => !page.isHome && !page.isHidden)
    .map((page) => ({ to: `/${page.path}`, icon: page.icon, title: () => page.title })),
];

/** What the app keeps. */
const recordEntries: readonly NavEntry[] = [
  ...models.map((model) => ({
    to: `/${model.slug}`,
    icon: model.icon,
    title: () => model.pluralLabel,
    isShown: () => may(model, "read"),
  })),
  ...moreEntries,
];

/** Every page that is worth a place in the menu, in its order. */
export const mainEntries: readonly NavEntry[] = [...pageEntries, ...recordEntries];

/** Those that the person has a use for. */
export const shownEntries = (entries: readonly NavEntry[]): NavEntry[] =>
  entries.filter(({ isShown }) => isShown?.() !== false);

/** `isOnColour`: the mark has the colour of the bar, and gets an edge there. */
export function Brand({ isOnColour = false }: { isOnColour?: boolean }) {
  return (
    <Link to="/" className="flex min-w-0 items-center gap-2.5 rounded-md font-semibold tracking-tight">
      <img
        src="/favicon.svg"
        alt=""
        className={classNames("size-7 shrink-0", isOnColour && "rounded-md ring-1 ring-on-primary")}
      />
      <span className="line-clamp-2 leading-tight break-words">{appName}</span>
    </Link>
  );
}

/** The classes that a look gives to its menu. */
export interface NavLook {
  readonly ground: string;
  readonly title: string;
  readonly link: string;
  readonly current: string;
}

export const plainNavLook: NavLook = {
  ground: "",
  title: "text-subtle",
  link: "text-subtle hover:bg-muted hover:text-text",
  current: "bg-accent-soft text-accent",
};

const itemLook = "flex items-center gap-3 rounded-lg px-3 py-2 text-sm font-medium transition-colors";

function NavItem({ entry, look }: { entry: NavEntry; look: NavLook }) {
  const content = (
    <>
      <Icon name={entry.icon} className="size-[1.125rem]" />
      <span className="min-w-0 truncate">{entry.title()}</span>
    </>
  );
  return (
    <li>
      {entry.isOutside ? (
        <a href={entry.to} className={classNames(itemLook, look.link)}>
          {content}
        </a>
      ) : (
        <NavLink
          to={entry.to}
          end={entry.end === true}
          className={({ isActive }) => classNames(itemLook, isActive ? look.current : look.link)}
        >
          {content}
        </NavLink>
      )}
    </li>
  );
}

interface GroupProps {
  entries: readonly NavEntry[];
  look: NavLook;
  title?: string;
  className?: string;
}

function Group({ entries, look, title, className }: GroupProps) {
  const id = useId();
  return (
    <div className={className}>
      {title !== undefined && (
        <p id={id} className={classNames("px-3 pb-1.5 text-xs font-medium", look.title)}>
          {title}
        </p>
      )}
      <ul {...(title !== undefined && { "aria-labelledby": id })} className="space-y-0.5">
        {shownEntries(entries).map((entry) => (
          <NavItem key={entry.to} entry={entry} look={look} />
        ))}
      </ul>
    </div>
  );
}

/** The menu as a column. What is done here stands apart from what is kept, where there is more than the dashboard. */
export function Navigation({ look = plainNavLook }: { look?: NavLook }) {
  const hasPages = pageEntries.length > 1;
  return (
    <nav
      aria-label={say.mainMenu}
      className={classNames("flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto px-3 py-4", look.ground)}
    >
      {hasPages ? (
        <>
          <Group entries={pageEntries} look={look} />
          <Group entries={recordEntries} look={look} title={say.records} />
        </>
      ) : (
        <Group entries={mainEntries} look={look} />
      )}
      <Group entries={lastEntries} look={look} className="mt-auto" />
    </nav>
  );
}

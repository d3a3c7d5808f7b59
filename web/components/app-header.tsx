import Keyboard from "lucide-react/icons/keyboard";
import LogOut from "lucide-react/icons/log-out";
import Search from "lucide-react/icons/search";
import Settings from "lucide-react/icons/settings";
import type { ReactNode } from "react";
import { Link, NavLink } from "react-router";
import { AppCommands } from "../commands/app-commands.tsx";
import { useCommandStore } from "../commands/command-store.ts";
import { NotificationBell } from "../notifications/notification-bell.tsx";
import { NotificationWatch } from "../notifications/notification-watch.tsx";
import { signOut, useSession } from "../session/session.ts";
import { Mark, Wordmark } from "./mark.tsx";
import { Button } from "./ui/button.tsx";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "./ui/menu.tsx";

interface AppHeaderProps {
  /** Beside the mark: where we are. With it, the wordmark shrinks to the mark. */
  place?: ReactNode;
  children?: ReactNode;
}

export function AppHeader({ place, children }: AppHeaderProps) {
  const isSignedIn = useSession((state) => state.user !== null);
  return (
    <header className="sticky top-0 z-20 flex h-(--header-height) shrink-0 items-center gap-2 border-b border-line bg-surface px-3 md:px-4">
      <Link to="/projects" className="flex rounded-sm" aria-label="NexusGen, your projects">
        {place === undefined ? <Wordmark /> : <Mark />}
      </Link>
      <div className="flex min-w-0 flex-1 items-center gap-2">{place ?? (isSignedIn && <Places />)}</div>
      {children}
      {isSignedIn && (
        <div className="flex items-center">
          <Button
            look="quiet"
            size="icon"
            aria-label="Find anything"
            title="Find anything (Ctrl or ⌘ + K)"
            onClick={() => useCommandStore.setState({ isPaletteOpen: true })}
            className="max-sm:hidden"
          >
            <Search />
          </Button>
          <NotificationBell />
          <NotificationWatch />
          <AppCommands />
        </div>
      )}
      <UserMenu />
    </header>
  );
}

const places = [
  { to: "/projects", words: "Projects" },
  { to: "/templates", words: "Templates" },
] as const;

function Places() {
  return (
    <nav aria-label="Main" className="ml-1 flex items-center gap-0.5 md:ml-3">
      {places.map(({ to, words }) => (
        <NavLink
          key={to}
          to={to}
          end
          className="rounded-md px-2 py-1.5 text-sm text-muted hover:bg-hover hover:text-ink aria-[current=page]:text-ink md:px-2.5"
        >
          {words}
        </NavLink>
      ))}
    </nav>
  );
}

function UserMenu() {
  const user = useSession((state) => state.user);
  if (user === null) return null;
  const shown = user.name === "" ? user.email : user.name;
  return (
    <Menu>
      <MenuTrigger
        aria-label={`Account menu of ${shown}`}
        className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-[600] text-accent-ink hover:ring-2 hover:ring-accent-line"
      >
        {shown.charAt(0).toUpperCase()}
      </MenuTrigger>
      <MenuContent>
        <MenuLabel>
          <span className="block font-[560] text-ink">{shown}</span>
          {user.name !== "" && <span className="block truncate">{user.email}</span>}
        </MenuLabel>
        <MenuSeparator />
        <MenuItem asChild>
          <Link to="/settings">
            <Settings /> Settings
          </Link>
        </MenuItem>
        <MenuItem onSelect={() => useCommandStore.setState({ isPaletteOpen: true })}>
          <Search /> Find anything
        </MenuItem>
        <MenuItem onSelect={() => useCommandStore.setState({ isHelpOpen: true })}>
          <Keyboard /> Keyboard shortcuts
        </MenuItem>
        <MenuItem onSelect={() => void signOut()}>
          <LogOut /> Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

import LogOut from "lucide-react/icons/log-out";
import Settings from "lucide-react/icons/settings";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { signOut, useSession } from "../session/session.ts";
import { Mark, Wordmark } from "./mark.tsx";
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "./ui/menu.tsx";

interface AppHeaderProps {
  /** Beside the mark: where we are. With it, the wordmark shrinks to the mark. */
  place?: ReactNode;
  children?: ReactNode;
}

export function AppHeader({ place, children }: AppHeaderProps) {
  return (
    <header className="sticky top-0 z-20 flex h-(--header-height) shrink-0 items-center gap-2 border-b border-line bg-surface px-3 md:px-4">
      <Link to="/projects" className="flex rounded-sm" aria-label="NexusGen, your projects">
        {place === undefined ? <Wordmark /> : <Mark />}
      </Link>
      <div className="flex min-w-0 flex-1 items-center gap-2">{place}</div>
      {children}
      <UserMenu />
    </header>
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
        <MenuItem onSelect={() => void signOut()}>
          <LogOut /> Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

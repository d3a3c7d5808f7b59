import Bell from "lucide-react/icons/bell";
import Bookmark from "lucide-react/icons/bookmark";
import Keyboard from "lucide-react/icons/keyboard";
import LayoutGrid from "lucide-react/icons/layout-grid";
import LogOut from "lucide-react/icons/log-out";
import Plus from "lucide-react/icons/plus";
import Settings from "lucide-react/icons/settings";
import SunMoon from "lucide-react/icons/sun-moon";
import { lazy, Suspense } from "react";
import { useNavigate } from "react-router";
import { chooseTheme } from "../lib/theme.ts";
import { useOnceTrue } from "../lib/use-once-true.ts";
import { signOut } from "../session/session.ts";
import { type Command, useCommands, useCommandStore } from "./command-store.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const CommandPalette = lazy(async () => ({ default: (await import("./command-palette.tsx")).CommandPalette }));
const ShortcutSheet = lazy(async () => ({ default: (await import("./shortcut-sheet.tsx")).ShortcutSheet }));

const toggleTheme = (): void => chooseTheme(document.documentElement.dataset["theme"] === "dark" ? "light" : "dark");

/** The commands that every page of a signed-in user has, and where they are shown. */
export function AppCommands() {
  const navigate = useNavigate();
  const { isPaletteOpen, isHelpOpen } = useCommandStore();
  const go = (path: string) => (): void => void navigate(path);
  const commands: Command[] = [
    {
      id: "new",
      title: "New project",
      group: "App",
      icon: Plus,
      keywords: ["create", "build", "app"],
      shortcut: "newProject",
      run: go("/projects/new"),
    },
    {
      id: "theme",
      title: "Change between light and dark",
      group: "App",
      icon: SunMoon,
      keywords: ["theme", "dark", "light"],
      shortcut: "theme",
      run: toggleTheme,
    },
    {
      id: "theme-system",
      title: "Use the system's theme",
      group: "App",
      icon: SunMoon,
      keywords: ["dark", "light", "automatic"],
      run: () => chooseTheme("system"),
    },
    {
      id: "help",
      title: "Keyboard shortcuts",
      group: "App",
      icon: Keyboard,
      keywords: ["keys", "help"],
      shortcut: "help",
      run: () => useCommandStore.setState({ isHelpOpen: true }),
    },
    {
      id: "projects",
      title: "Projects",
      group: "Go to",
      icon: LayoutGrid,
      shortcut: "goProjects",
      run: go("/projects"),
    },
    {
      id: "templates",
      title: "Templates",
      group: "Go to",
      icon: Bookmark,
      keywords: ["library", "saved prompts"],
      shortcut: "goTemplates",
      run: go("/templates"),
    },
    {
      id: "settings",
      title: "Settings",
      group: "Go to",
      icon: Settings,
      keywords: ["profile", "keys", "budget", "notifications"],
      shortcut: "goSettings",
      run: go("/settings"),
    },
    { id: "sign-out", title: "Sign out", group: "App", icon: LogOut, keywords: ["log out"], run: () => void signOut() },
    {
      id: "palette",
      title: "Find anything",
      group: "App",
      shortcut: "palette",
      isHidden: true,
      run: () => useCommandStore.setState(({ isPaletteOpen: isOpen }) => ({ isPaletteOpen: !isOpen })),
    },
    {
      id: "notifications",
      title: "Notifications",
      group: "App",
      icon: Bell,
      keywords: ["bell", "news"],
      shortcut: "notifications",
      run: () => useCommandStore.setState({ areNotificationsOpen: true }),
    },
  ];
  useCommands("app", commands);
  useShortcuts();
  return (
    <Suspense fallback={null}>
      {useOnceTrue(isPaletteOpen) && <CommandPalette />}
      {useOnceTrue(isHelpOpen) && <ShortcutSheet />}
    </Suspense>
  );
}

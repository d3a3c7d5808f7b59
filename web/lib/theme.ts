// The chosen theme. public/theme.js applies it before the first paint; this file changes it afterwards.
import { create } from "zustand";

export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const storageKey = "nexusgen.theme";
const darkScheme = () => matchMedia("(prefers-color-scheme: dark)");

export const useTheme = create<{ choice: ThemeChoice }>(() => ({ choice: readChoice() }));

export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, choice);
  } catch {
    // The choice then lasts until the reload.
  }
  useTheme.setState({ choice });
  applyTheme();
}

/** Follows the system while the choice is "system", and other tabs' choices. */
export function watchTheme(): void {
  darkScheme().addEventListener("change", applyTheme);
  addEventListener("storage", (event) => {
    if (event.key !== storageKey) return;
    useTheme.setState({ choice: readChoice() });
    applyTheme();
  });
}

function applyTheme(): void {
  const { choice } = useTheme.getState();
  const dark = choice === "dark" || (choice === "system" && darkScheme().matches);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

function readChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

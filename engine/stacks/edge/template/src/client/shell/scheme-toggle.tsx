import { useState } from "react";
import { say } from "../../shared/say.ts";
import { Icon } from "../components/icon.tsx";
import { Button } from "../components/ui/button.tsx";

/** The first choice is made by public/theme.js, before anything is drawn. */
export function SchemeToggle() {
  const [dark, setDark] = useState(() => document.documentElement.classList.contains("dark"));
  const toggle = (): void => {
    document.documentElement.classList.toggle("dark", !dark);
    try {
      localStorage.setItem("scheme", dark ? "light" : "dark");
    } catch {
      // Storage may be blocked; the choice then lasts until the page is left.
    }
    setDark(!dark);
  };
  return (
    <Button variant="ghost" size="icon" aria-label={dark ? say.toLight : say.toDark} onClick={toggle}>
      <Icon name={dark ? "sun" : "moon"} />
    </Button>
  );
}

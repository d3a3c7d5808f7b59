// Listens for shortcuts and runs the open page's commands.
import { useEffect } from "react";
import { commandsOf, useCommandStore } from "./command-store.ts";
import { type KeyState, nameOfPress, readPress, shortcuts } from "./shortcuts.ts";
import { useSingleKeys } from "./single-keys.ts";

/** Where keys are text, or mean something already. */
const ownKeys = "input, textarea, select, [contenteditable], [role=menu], [role=dialog], [role=listbox], [role=grid]";

export function useShortcuts(): void {
  useEffect(() => {
    let state: KeyState = { pressed: [], at: 0 };
    function onKeyDown(event: KeyboardEvent): void {
      const press = nameOfPress(event);
      if (press === null || event.defaultPrevented || event.isComposing) return;
      const withModifier = press.startsWith("mod+");
      const isTyping = event.target instanceof Element && event.target.closest(ownKeys) !== null;
      if (!withModifier && (isTyping || !useSingleKeys.getState().areOn)) return;
      const commands = commandsOf(useCommandStore.getState());
      const active = shortcuts.filter(({ id }) => commands.some(({ shortcut }) => shortcut === id));
      const read = readPress(state, press, Date.now(), active);
      state = read.state;
      if (read.shortcut === null) return;
      event.preventDefault();
      commands.find(({ shortcut }) => shortcut === read.shortcut?.id)?.run();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

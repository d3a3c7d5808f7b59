// What can be done now: each page adds its commands while it is open. The palette lists them, shortcuts run them.
import type { ComponentType } from "react";
import { useEffect, useRef } from "react";
import { create } from "zustand";
import type { ShortcutId } from "./shortcuts.ts";

export interface Command {
  /** Unique among the open ones. */
  id: string;
  title: string;
  group: "This project" | "Go to" | "App";
  icon?: ComponentType<{ className?: string }>;
  /** Other words to find it by. */
  keywords?: readonly string[];
  shortcut?: ShortcutId;
  /** Runs by its keys, and is not listed. */
  isHidden?: boolean;
  run: () => void;
}

interface CommandState {
  /** By who added them, the oldest first. */
  layers: ReadonlyMap<string, readonly Command[]>;
  isPaletteOpen: boolean;
  isHelpOpen: boolean;
  areNotificationsOpen: boolean;
}

export const useCommandStore = create<CommandState>(() => ({
  layers: new Map(),
  isPaletteOpen: false,
  isHelpOpen: false,
  areNotificationsOpen: false,
}));

/** While the caller is mounted. `commands` may be made anew on every render: what runs is always the newest. */
export function useCommands(owner: string, commands: readonly Command[]): void {
  const newest = useRef(commands);
  newest.current = commands;
  const shape = JSON.stringify(commands.map(({ id, title }) => [id, title]));
  useEffect(() => {
    const layer = newest.current.map((command) => ({
      ...command,
      run: () => newest.current.find(({ id }) => id === command.id)?.run(),
    }));
    change((layers) => layers.set(owner, layer));
    return () => change((layers) => layers.delete(owner));
  }, [owner, shape]);
}

function change(edit: (layers: Map<string, readonly Command[]>) => void): void {
  useCommandStore.setState(({ layers }) => {
    const next = new Map(layers);
    edit(next);
    return { layers: next };
  });
}

/** Those of the open page first. */
export const commandsOf = ({ layers }: CommandState): Command[] => [...layers.values()].toReversed().flat();

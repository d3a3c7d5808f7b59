// Every shortcut of the web app: what it does, which keys, where. The help sheet, the palette and the listener read this.
export interface Shortcut {
  readonly id: ShortcutId;
  readonly title: string;
  /** Pressed one after the other; `mod` is Ctrl, ⌘ on a Mac. */
  readonly keys: readonly string[];
  readonly where: "everywhere" | "dashboard" | "project";
}

export type ShortcutId =
  | "palette"
  | "help"
  | "goProjects"
  | "goTemplates"
  | "goSettings"
  | "newProject"
  | "theme"
  | "notifications"
  | "history"
  | "describe"
  | "pause"
  | "message"
  | `tab${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

const tabNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export const shortcuts: readonly Shortcut[] = [
  { id: "palette", title: "Find anything", keys: ["mod+k"], where: "everywhere" },
  { id: "help", title: "Show the shortcuts", keys: ["?"], where: "everywhere" },
  { id: "goProjects", title: "Go to the projects", keys: ["g", "p"], where: "everywhere" },
  { id: "goTemplates", title: "Go to the templates", keys: ["g", "t"], where: "everywhere" },
  { id: "goSettings", title: "Go to the settings", keys: ["g", "s"], where: "everywhere" },
  { id: "newProject", title: "Begin a new project", keys: ["n"], where: "everywhere" },
  { id: "notifications", title: "Open the notifications", keys: ["b"], where: "everywhere" },
  { id: "theme", title: "Change between light and dark", keys: ["t"], where: "everywhere" },
  { id: "describe", title: "Go to the description", keys: ["/"], where: "dashboard" },
  { id: "history", title: "Show or hide the history", keys: ["h"], where: "dashboard" },
  { id: "message", title: "Write to the project", keys: ["/"], where: "project" },
  { id: "pause", title: "Pause or resume the work", keys: ["p"], where: "project" },
  ...tabNumbers.map(
    (at) => ({ id: `tab${at}`, title: `Open tab ${at}`, keys: [String(at)], where: "project" }) as const,
  ),
];

const byId = new Map(shortcuts.map((shortcut) => [shortcut.id, shortcut]));

export function keysOf(id: ShortcutId): readonly string[] {
  return byId.get(id)?.keys ?? [];
}

/** As a person reads them: "⌘ K" or "Ctrl K", "G then P". */
export function sayKeys(keys: readonly string[], isMac: boolean): string {
  return keys
    .map((key) =>
      key
        .split("+")
        .map((part) => (part === "mod" ? (isMac ? "⌘" : "Ctrl") : part.toUpperCase()))
        .join(" "),
    )
    .join(" then ");
}

interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** A press in the notation of `keys`; null for one that means something else to the browser. */
export function nameOfPress({ key, ctrlKey, metaKey, altKey }: Press): string | null {
  if (altKey || key === "Shift" || key === "Control" || key === "Meta") return null;
  const name = key.toLowerCase();
  return ctrlKey || metaKey ? `mod+${name}` : name;
}

/** How long the second key of two may take, ms. */
export const sequenceMs = 1_200;

export interface KeyState {
  pressed: readonly string[];
  at: number;
}

/** What a press means after those before it: a shortcut, the beginning of one, or nothing. */
export function readPress(
  state: KeyState,
  press: string,
  now: number,
  active: readonly Shortcut[],
): { shortcut: Shortcut | null; state: KeyState } {
  const before = now - state.at <= sequenceMs ? state.pressed : [];
  for (const pressed of [[...before, press], [press]]) {
    const match = active.find(
      ({ keys }) => keys.length === pressed.length && keys.every((key, at) => key === pressed[at]),
    );
    if (match) return { shortcut: match, state: { pressed: [], at: now } };
    const begins = active.some(
      ({ keys }) => keys.length > pressed.length && pressed.every((key, at) => key === keys[at]),
    );
    if (begins) return { shortcut: null, state: { pressed, at: now } };
  }
  return { shortcut: null, state: { pressed: [], at: now } };
}

// What a part of the app puts into the client's shell, as data: entries of the menu, tools of the header, overlays, pages.
// shell-parts.ts lists the parts, emit-shell.ts writes src/client/shell/{slots,routes}.ts from them.

/** A module below src/client and the name that it exports. */
export interface Exported {
  module: string;
  name: string;
}

export interface NavLink {
  to: string;
  icon: string;
  /** A TypeScript expression for the words, evaluated when the entry is drawn; `imports` holds what it needs. */
  title: string;
  isOutside?: boolean;
  /** An expression for whether the entry is of any use to the person. */
  isShown?: string;
}

export interface ShellPart {
  /** Behind the models. */
  more?: NavLink[];
  /** At the foot of the menu. */
  last?: NavLink[];
  /** Components without props beside the switch of the colour scheme: an account menu, a bell. */
  tools?: Exported[];
  /** Components without props over every page: banners, toasts. */
  overlays?: Exported[];
  /** `() => Promise` before the first page is drawn: who is signed in. */
  beginnings?: Exported[];
  /** `readonly PageRoute[]`, shown inside the shell. */
  routes?: Exported[];
  /** `readonly PageRoute[]` without the shell around them: signing in. */
  bareRoutes?: Exported[];
  /** What the titles need. */
  imports?: Exported[];
}

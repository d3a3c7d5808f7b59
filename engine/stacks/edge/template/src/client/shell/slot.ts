// What parts of the app put into the shell; slots.ts and routes.ts list them.
import type { ComponentType } from "react";

export interface NavEntry {
  readonly to: string;
  readonly icon: string;
  /** Asked when it is drawn, by when the language is known. */
  readonly title: () => string;
  /** Current on this very page alone, not on those below it. */
  readonly end?: boolean;
  /** Left out of the menu while it answers no. */
  readonly isShown?: () => boolean;
  /** Leads out of this program, as the public site does: a whole new page is loaded. */
  readonly isOutside?: boolean;
}

/** Stands in every header, beside the switch of the colour scheme. */
export type Tool = ComponentType;

/** Lies over every page: banners, toasts, dialogs that outlive a page. */
export type Overlay = ComponentType;

/** What has to be known before the first page is drawn, such as who is signed in. */
export type Beginning = () => Promise<unknown>;

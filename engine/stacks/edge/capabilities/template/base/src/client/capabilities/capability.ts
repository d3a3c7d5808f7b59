// What a capability adds to the browser's side of the app; registry.ts lists them.
import type { ComponentType } from "react";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";

export interface CapabilityPage {
  /** Below "/", without the leading slash. */
  readonly path: string;
  readonly title: string;
  readonly icon: string;
  /** Shown first, instead of the dashboard. */
  readonly isHome: boolean;
  /** Reached from another page, not from the navigation. */
  readonly isHidden: boolean;
  readonly lazy: () => Promise<{ Component: ComponentType }>;
  /** Stands behind its title in the menu: how many things wait there. */
  readonly Mark?: ComponentType;
}

export interface RecordPanel {
  readonly id: string;
  /** Keys of the models on whose records it stands. */
  readonly models: readonly string[];
  readonly Panel: ComponentType<{ model: ModelMeta; record: ApiRecord }>;
}

/** What a visitor can do with a record at once, on its card and at the head of its page. */
export interface RecordAction {
  readonly id: string;
  readonly models: readonly string[];
  readonly Action: ComponentType<{ record: ApiRecord; isLarge?: boolean }>;
}

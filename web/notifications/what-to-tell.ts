// Which notifications are news to this page. Pure.
import type { AppNotification } from "../lib/api-types.ts";

export interface Told {
  /** Ids seen so far; null before the first answer. */
  known: ReadonlySet<string> | null;
}

interface Where {
  /** The project that is open; null elsewhere. */
  openProject: string | null;
  isVisible: boolean;
}

export interface ToTell {
  told: Told;
  /** To be shown, oldest first. */
  news: AppNotification[];
  /** Their reader looks at the project already. */
  seen: AppNotification[];
}

/** What was there when the page opened is no news; it stands in the list. */
export function whatToTell({ known }: Told, items: readonly AppNotification[], where: Where): ToTell {
  const told = { known: new Set([...(known ?? []), ...items.map(({ id }) => id)]) };
  const unread = items.filter(({ id, readAt }) => readAt === null && known?.has(id) === false);
  const looksAt = ({ projectId }: AppNotification): boolean => where.isVisible && projectId === where.openProject;
  return {
    told,
    news: unread.filter((item) => !looksAt(item)).toReversed(),
    seen: items.filter((item) => item.readAt === null && looksAt(item)),
  };
}

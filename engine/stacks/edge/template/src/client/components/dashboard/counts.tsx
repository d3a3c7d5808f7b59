import { formatCount } from "../../../shared/format.ts";
import { modelOf } from "../../../shared/lookup.ts";
import type { Dashboard } from "../../../shared/model.ts";
import { say } from "../../../shared/say.ts";
import { classNames } from "../../class-names.ts";
import { Link } from "../../routing/links.tsx";
import { Icon } from "../icon.tsx";

/** No row of cards ends with a single one. */
function evenRows(count: number): string {
  if (count < 5) return "sm:grid-cols-[repeat(auto-fit,minmax(9.75rem,1fr))]";
  if (count % 5 === 0) return "sm:grid-cols-3 xl:grid-cols-5";
  return count % 4 === 0 || count % 4 === 3 ? "sm:grid-cols-4" : "sm:grid-cols-3";
}

/** How many records there are of each model. */
export function Counts({ models }: Pick<Dashboard, "models">) {
  return (
    <ul
      className={classNames("grid grid-cols-2 gap-4", evenRows(models.length))}
    >
      {models.map(({ model: key, count, newThisWeek }) => {
        const model = modelOf(key);
        return (
          <li key={key} className="max-sm:last:odd:col-span-2">
            <Link
              to={`/${model.slug}`}
              className="group block h-full rounded-xl border bg-surface p-5 shadow-xs transition-colors hover:border-accent"
            >
              <span className="flex items-center justify-between gap-3">
                <span className="line-clamp-2 min-w-0 text-sm leading-tight font-medium break-words text-subtle">
                  {model.pluralLabel}
                </span>
                <span
                  className={classNames(
                    "grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent",
                    // Where cards are narrow, their names need the room.
                    models.length > 3 && "max-xl:hidden",
                  )}
                >
                  <Icon name={model.icon} />
                </span>
              </span>
              <span className="mt-2 block text-3xl font-semibold tracking-tight">{formatCount(count)}</span>
              <span className="mt-1 block text-xs text-subtle">{say.newThisWeek(newThisWeek)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

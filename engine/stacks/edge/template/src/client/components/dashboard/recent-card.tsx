import { formatRelative } from "../../../shared/format.ts";
import { modelOf } from "../../../shared/lookup.ts";
import type { Dashboard } from "../../../shared/model.ts";
import { say } from "../../../shared/say.ts";
import { Link } from "../../routing/links.tsx";
import { Icon } from "../icon.tsx";
import { Card, EmptyState } from "../ui/card.tsx";

/** What was added last, of every model. */
export function RecentCard({ recent }: Pick<Dashboard, "recent">) {
  if (recent.length === 0) {
    return (
      <Card title={say.recentlyAdded}>
        <EmptyState icon={<Icon name="layers" />} title={say.nothingYet} text={say.newestFirst} />
      </Card>
    );
  }
  return (
    <Card title={say.recentlyAdded}>
      <ul className="divide-y">
        {recent.map(({ model: key, id, label, createdAt }) => {
          const model = modelOf(key);
          return (
            <li key={`${key}-${id}`}>
              <Link to={`/${model.slug}/${id}`} className="flex items-center gap-3 px-5 py-3 text-sm hover:bg-muted">
                <span className="grid size-8 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent">
                  <Icon name={model.icon} className="size-4" />
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{label}</span>
                  <span className="block text-xs text-subtle">{model.label}</span>
                </span>
                <time dateTime={createdAt} className="text-xs whitespace-nowrap text-subtle">
                  {formatRelative(createdAt)}
                </time>
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

import { formatCount, inSentence } from "../../../shared/format.ts";
import { modelOf } from "../../../shared/lookup.ts";
import type { Dashboard } from "../../../shared/model.ts";
import { say } from "../../../shared/say.ts";
import { Link } from "../../routing/links.tsx";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";

/** How many records carry a badge such as "Low stock". */
export function AttentionCard({ badges }: Pick<Dashboard, "badges">) {
  return (
    <Card title={say.atAGlance}>
      <ul className="divide-y">
        {badges.map(({ model: key, badge: slug, count }) => {
          const model = modelOf(key);
          const badge = model.badges.find((candidate) => candidate.slug === slug);
          if (!badge) return null;
          return (
            <li key={`${key}-${slug}`}>
              <Link
                to={`/${model.slug}?badge=${slug}`}
                className="flex items-center justify-between gap-3 px-5 py-3 text-sm hover:bg-muted"
              >
                <span className="flex min-w-0 flex-wrap items-center gap-2">
                  <Badge tone={count > 0 ? badge.tone : "neutral"}>{badge.label}</Badge>
                  <span className="text-subtle">{inSentence(model.pluralLabel)}</span>
                </span>
                <span className="font-semibold tabular-nums">{formatCount(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

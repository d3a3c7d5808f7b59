import { ButtonLink } from "../../components/ui/button.tsx";
import { classNames } from "../../class-names.ts";
import { Icon } from "../../components/icon.tsx";
import { recordParts } from "../record-parts.ts";
import { words } from "../words.ts";
import type { CardProps } from "./card.ts";

const mostPoints = 6;

/** "With a summary. Free cancellation." and lists of lines or bullets, as what one gets. */
const pointsOf = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.!?;])\s+|\s[-•]\s/)
    .map((point) => point.replace(/^[-*•\s]+|[.;\s]+$/g, ""))
    .filter((point) => point !== "")
    .slice(0, mostPoints);

/** What one of several offers costs and holds. */
export function PlanCard({ model, record, isFavoured }: CardProps) {
  const parts = recordParts(model, record);
  const points = pointsOf(parts.long ? String(record[parts.long.key]) : "");
  return (
    <article
      className={classNames(
        "flex h-full flex-col rounded-xl border bg-surface p-6 sm:p-7",
        isFavoured ? "border-accent shadow-lg ring-1 ring-accent" : "shadow-xs",
      )}
    >
      <p className="min-h-6 text-sm font-medium text-accent">{isFavoured ? words.mostChosen : parts.choice}</p>
      <h3 className="text-xl font-semibold break-words">{record._label}</h3>
      {parts.price && <p className="mt-3 text-4xl font-semibold tracking-tight tabular-nums">{parts.price}</p>}
      <ul className="mt-6 mb-8 space-y-3 text-sm">
        {points.map((point) => (
          <li key={point} className="flex gap-3">
            <Icon name="check" className="mt-0.5 size-4 text-accent" />
            <span className="min-w-0 text-pretty break-words">{point}</span>
          </li>
        ))}
      </ul>
      <ButtonLink
        to={`/${model.slug}/${record.id}`}
        variant={isFavoured ? "primary" : "secondary"}
        className="mt-auto w-full"
      >
        {words.choosePlan(record._label)}
      </ButtonLink>
    </article>
  );
}

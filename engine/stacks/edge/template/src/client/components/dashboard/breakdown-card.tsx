import { choiceTone } from "../../../shared/choice-tone.ts";
import { formatCount } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { Dashboard, Tone } from "../../../shared/model.ts";
import { say } from "../../../shared/say.ts";
import { Link } from "../../routing/links.tsx";
import { Card } from "../ui/card.tsx";

export const mostSlices = 8;

const bars: Readonly<Record<Tone, string>> = {
  info: "bg-info",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
};

/** A model's records by one of their choices; each bar leads to those records. */
export function BreakdownCard({ model: key, field: fieldKey, slices }: Dashboard["breakdowns"][number]) {
  const model = modelOf(key);
  const field = fieldOf(model, fieldKey);
  const total = Math.max(
    1,
    slices.reduce((sum, { count }) => sum + count, 0),
  );
  const choices = (field?.choices ?? []).map(({ value, label }) => ({
    value,
    label,
    count: slices.find((slice) => slice.value === value)?.count ?? 0,
    tone: choiceTone(label),
  }));
  return (
    <Card title={say.slicesOf(model, field?.label ?? fieldKey)}>
      <ul className="grid grid-cols-1 gap-x-8 gap-y-3.5 px-5 py-4 sm:grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))]">
        {choices.slice(0, mostSlices).map(({ value, label, count, tone }) => (
          <li key={value}>
            <Link
              to={`/${model.slug}?${new URLSearchParams({ [fieldKey]: value })}`}
              className="group block rounded text-sm"
            >
              <span className="flex justify-between gap-3">
                <span className="min-w-0 truncate group-hover:underline">{label}</span>
                <span className="text-subtle tabular-nums">{formatCount(count)}</span>
              </span>
              <span aria-hidden="true" className="mt-1.5 block h-2 overflow-hidden rounded-full bg-muted">
                <span
                  className={`block h-full rounded-full ${tone === undefined ? "bg-accent" : bars[tone]}`}
                  style={{ width: `${(count / total) * 100}%` }}
                />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

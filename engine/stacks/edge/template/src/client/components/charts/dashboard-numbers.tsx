import { formatValue, inSentence } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { Dashboard, FieldMeta } from "../../../shared/model.ts";
import { say } from "../../../shared/say.ts";
import { classNames } from "../../class-names.ts";
import { Link } from "../../routing/links.tsx";
import { Card } from "../ui/card.tsx";
import { WeekChart } from "./week-chart.tsx";

/** Of prices and scores the average tells more than the sum. */
const averaged =
  /price|rate|rating|score|percent|age$|duration|weight|height|temperature|grade|discount|progress|limit|probability/i;

const rounded = (field: FieldMeta, value: number): string =>
  formatValue(field.type === "integer" ? { ...field, type: "decimal" } : field, Math.round(value * 100) / 100);

function Total({ model: key, field: fieldKey, sum, average }: Dashboard["totals"][number]) {
  const model = modelOf(key);
  const field = fieldOf(model, fieldKey);
  if (!field) return null;
  const isAveraged = averaged.test(field.key);
  const label = inSentence(field.label);
  return (
    <div className="min-w-0">
      <dt className="text-sm text-subtle">
        {isAveraged ? say.average(label) : say.total(label)}
        <span className="block truncate text-xs">
          <Link to={`/${model.slug}`} className="rounded underline-offset-2 hover:underline">
            {model.pluralLabel}
          </Link>
        </span>
      </dt>
      <dd className="mt-1 text-xl font-semibold tracking-tight break-words tabular-nums">
        {isAveraged ? rounded(field, average) : formatValue(field, sum)}
      </dd>
      {!isAveraged && <dd className="mt-0.5 text-xs text-subtle">{say.onAverage(rounded(field, average))}</dd>}
    </div>
  );
}

/** How the app's records grew, and what their numbers come to. Nothing while there are none. */
export function DashboardNumbers({ trends, totals }: Pick<Dashboard, "trends" | "totals">) {
  if (trends.length === 0) return null;
  return (
    <div
      className={classNames(
        "mt-5 grid grid-cols-1 items-start gap-5",
        totals.length > 0 && "lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]",
      )}
    >
      <Card title={say.newEachWeek}>
        <div className="grid gap-x-8 gap-y-6 p-5 sm:grid-cols-2">
          {trends.map(({ model, weeks }) => (
            <WeekChart key={model} title={modelOf(model).pluralLabel} weeks={weeks} />
          ))}
        </div>
      </Card>
      {totals.length > 0 && (
        <Card title={say.inNumbers}>
          <dl className="grid grid-cols-2 gap-x-6 gap-y-5 p-5">
            {totals.map((total) => (
              <Total key={`${total.model}-${total.field}`} {...total} />
            ))}
          </dl>
        </Card>
      )}
    </div>
  );
}

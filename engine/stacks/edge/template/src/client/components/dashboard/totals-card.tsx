import { formatValue, inSentence } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { Dashboard, FieldMeta } from "../../../shared/model.ts";
import { say } from "../../../shared/say.ts";
import { Link } from "../../routing/links.tsx";
import { Card } from "../ui/card.tsx";

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

/** What the app's numbers come to. */
export function TotalsCard({ totals }: Pick<Dashboard, "totals">) {
  return (
    <Card title={say.inNumbers}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 p-5">
        {totals.map((total) => (
          <Total key={`${total.model}-${total.field}`} {...total} />
        ))}
      </dl>
    </Card>
  );
}

import type { ChangeView } from "../../shared/access/access.ts";
import { formatValue } from "../../shared/format.ts";
import { fieldOf } from "../../shared/lookup.ts";
import { models } from "../../shared/models.ts";
import { Time } from "../components/ui/time.tsx";
import { Link } from "../link.tsx";
import { roleLabel } from "./role-label.ts";
import { words } from "./words.ts";

const verbs: Readonly<Record<string, string>> = {
  create: "added",
  update: "changed",
  delete: "deleted",
  restore: "restored",
  purge: "deleted for good",
  assign: "handed over",
  invite: "made a sign-in link for",
};

const modelNamed = (key: string) => models.find((model) => model.key === key);

const ownLabels: Readonly<Record<string, string>> = {
  _owner: words.belongsTo,
  role: words.role,
  isActive: words.active,
};

/** A value as its field shows it; references come as names already. */
function inWords(change: ChangeView, key: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  const model = modelNamed(change.model);
  const field = model && fieldOf(model, key);
  if (field && !field.reference) return formatValue(field, value) || "nothing";
  if (key === "role" && !model) return roleLabel(String(value));
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

function Subject({ change }: { change: ChangeView }) {
  const model = modelNamed(change.model);
  const label = change.label || (model?.label ?? "a record");
  if (!model) return <>{words.theAccountOf(label)}</>;
  if (!change.exists) return <>{label}</>;
  return (
    <Link to={`/${model.slug}/${change.recordId}`} className="rounded font-medium underline underline-offset-2">
      {label}
    </Link>
  );
}

/** Who did what and when, the newest first. On a record's own page its name is not repeated. */
export function ChangeList({ changes, withSubject }: { changes: readonly ChangeView[]; withSubject: boolean }) {
  return (
    <ol className="divide-y">
      {changes.map((change) => (
        <li key={change.id} className="px-5 py-3.5 text-sm">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <p className="min-w-0 break-words">
              <span className="font-medium">{change.actor}</span> {verbs[change.action] ?? change.action}{" "}
              {withSubject ? <Subject change={change} /> : "this"}
            </p>
            <span className="text-xs text-subtle">
              <Time value={change.at} />
            </span>
          </div>
          {change.action !== "create" && change.fields.length > 0 && (
            <dl className="mt-1.5 space-y-1 text-xs text-subtle">
              {change.fields.map(({ field, before, after }) => {
                const model = modelNamed(change.model);
                return (
                  <div key={field} className="flex flex-wrap gap-x-1.5">
                    <dt className="font-medium">
                      {(model && fieldOf(model, field)?.label) ?? ownLabels[field] ?? field}:
                    </dt>
                    <dd className="min-w-0 break-words">
                      {inWords(change, field, before)} → {inWords(change, field, after)}
                    </dd>
                  </div>
                );
              })}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}

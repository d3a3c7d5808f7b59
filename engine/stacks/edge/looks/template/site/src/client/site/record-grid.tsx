import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import type { PublicKind } from "../../shared/site-meta.ts";
import { classNames } from "../class-names.ts";
import { cards, priceList } from "./cards/kinds.ts";
import { recordParts } from "./record-parts.ts";

const pricedColumns = "gap-x-12 gap-y-5 lg:grid-cols-2";

const columns: Readonly<Record<PublicKind, string>> = {
  product: "gap-6 sm:grid-cols-2 lg:grid-cols-4",
  article: "gap-6 sm:grid-cols-2 lg:grid-cols-3",
  event: "gap-6 sm:grid-cols-2 lg:grid-cols-3",
  work: "gap-6 sm:grid-cols-2 lg:grid-cols-3",
  person: "gap-6 grid-cols-2 lg:grid-cols-4",
  plan: "items-stretch gap-6 sm:grid-cols-2 lg:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]",
  entry: "gap-x-8 sm:grid-cols-2 lg:grid-cols-3",
};

interface RecordGridProps {
  model: ModelMeta;
  kind: PublicKind;
  records: readonly ApiRecord[];
}

/** Records as their kind deserves; the whole card leads to a record's page. */
export function RecordGrid({ model, kind, records }: RecordGridProps) {
  const shown = kind === "plan" ? cheapestFirst(model, records) : records;
  // What is made to be looked at gets a drawn picture until it has its own; dishes read better as a menu.
  const mayBeSeen = model.icon !== "utensils" && model.fields.some(({ type }) => type === "image");
  const line =
    kind === "product" && !mayBeSeen && records.every((record) => !recordParts(model, record).picture)
      ? priceList
      : undefined;
  const Card = line ?? cards[kind];
  if (!Card) return null;
  return (
    <ul className={classNames("grid", line ? pricedColumns : columns[kind])}>
      {shown.map((record, at) => (
        <li key={record.id} className="min-w-0">
          <Card model={model} record={record} kind={kind} isFavoured={shown.length > 2 && at === shown.length - 2} />
        </li>
      ))}
    </ul>
  );
}

function cheapestFirst(model: ModelMeta, records: readonly ApiRecord[]): ApiRecord[] {
  const price = model.fields.find(({ type }) => type === "money");
  return price ? records.toSorted((a, b) => Number(a[price.key] ?? 0) - Number(b[price.key] ?? 0)) : [...records];
}

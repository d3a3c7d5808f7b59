import { lazy, Suspense } from "react";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import type { PublicKind } from "../../shared/site-meta.ts";
import { RecordActions } from "../capabilities/record-panels.tsx";
import { classNames } from "../class-names.ts";
import { Link } from "../routing/links.tsx";
import { Picture } from "../components/cover.tsx";
import { Portrait } from "../components/portrait.tsx";
import { showsProducts } from "./product-cards.ts";
import { recordParts } from "./record-parts.ts";

// Few apps have plans to choose from.
const PlanCard = lazy(async () => ({ default: (await import("./plan-card.tsx")).PlanCard }));

export interface RecordCardProps {
  model: ModelMeta;
  record: ApiRecord;
}

function CardLink({ model, record }: RecordCardProps) {
  return (
    <Link to={`/${model.slug}/${record.id}`} className="after:absolute after:inset-0 group-hover:underline">
      {record._label}
    </Link>
  );
}

const cardLook =
  "group relative flex h-full flex-col overflow-hidden rounded-xl border bg-surface shadow-xs transition-shadow focus-within:shadow-lg hover:shadow-lg";

const shapes: Readonly<Record<"product" | "article" | "event" | "work", string>> = {
  product: "aspect-square",
  article: "aspect-[3/2]",
  event: "aspect-[16/9]",
  work: "aspect-[4/3]",
};

function PictureCard({ model, kind, record }: RecordCardProps & { kind: keyof typeof shapes }) {
  const parts = recordParts(model, record);
  const text = parts.text ?? [...parts.facts.slice(0, 1), ...parts.counts].join(" · ");
  const above = kind === "event" || kind === "article" ? [parts.date, parts.related ?? parts.choice] : [parts.choice];
  return (
    <article className={cardLook}>
      <Picture
        src={parts.picture}
        seed={record.id}
        icon={model.icon}
        className={classNames("w-full", !parts.picture && "max-sm:aspect-[16/9]", shapes[kind])}
      />
      <div className="flex flex-1 flex-col p-5">
        {above.some(Boolean) && (
          <p className="mb-1.5 text-xs font-medium text-accent">{above.filter(Boolean).join(" · ")}</p>
        )}
        <h3 className="text-lg leading-snug font-semibold break-words">
          <CardLink model={model} record={record} />
        </h3>
        {text && <p className="mt-2 line-clamp-3 text-sm text-pretty text-subtle">{text}</p>}
        {parts.price && <p className="mt-auto pt-4 text-lg font-semibold tabular-nums">{parts.price}</p>}
        {/* Above the link that covers the card. */}
        <div className="relative z-10 mt-3 empty:hidden">
          <RecordActions model={model} record={record} />
        </div>
      </div>
    </article>
  );
}

function PersonCard({ model, record }: RecordCardProps) {
  const parts = recordParts(model, record);
  return (
    <article className="group relative flex h-full flex-col items-center px-2 py-4 text-center">
      <Portrait src={parts.picture} name={record._label} className="size-28 text-2xl" />
      <h3 className="mt-4 text-lg leading-snug font-semibold break-words">
        <CardLink model={model} record={record} />
      </h3>
      {parts.choice && <p className="mt-1 text-sm font-medium text-accent">{parts.choice}</p>}
      {parts.text && <p className="mt-1.5 line-clamp-3 text-sm text-pretty text-subtle">{parts.text}</p>}
    </article>
  );
}

/** Without a picture: subjects, opening hours, questions. */
function Entry({ model, record }: RecordCardProps) {
  const parts = recordParts(model, record);
  const text = parts.text ?? parts.facts.join(" – ");
  return (
    <article className="group relative flex h-full gap-4 border-t pt-5 pb-3">
      <span aria-hidden="true" className="mt-2 size-2.5 shrink-0 rounded-full bg-accent" />
      <div className="min-w-0">
        <h3 className="text-lg leading-snug font-semibold break-words">
          <CardLink model={model} record={record} />
        </h3>
        {text && <p className="mt-1 line-clamp-3 text-sm text-pretty text-subtle">{text}</p>}
      </div>
    </article>
  );
}

/** A line of a menu or a price list, as long as nothing has a picture. */
function PricedLine({ model, record }: RecordCardProps) {
  const parts = recordParts(model, record);
  return (
    <article className="group relative h-full border-b pb-4">
      <div className="flex items-baseline gap-3">
        <h3 className="min-w-0 text-lg leading-snug font-semibold break-words">
          <CardLink model={model} record={record} />
        </h3>
        <span aria-hidden="true" className="min-w-4 flex-1 border-b-2 border-dotted" />
        <p className="shrink-0 text-lg font-semibold tabular-nums">{parts.price}</p>
      </div>
      {(parts.choice ?? parts.text) && (
        <p className="mt-1 text-sm text-pretty text-subtle">
          {parts.choice && <span className="font-medium text-accent">{parts.choice}</span>}
          {parts.choice && parts.text && " · "}
          {parts.text}
        </p>
      )}
    </article>
  );
}

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
  const isPriceList =
    kind === "product" &&
    !showsProducts &&
    !mayBeSeen &&
    records.every((record) => !recordParts(model, record).picture);
  const draw = (record: ApiRecord, at: number) => {
    if (isPriceList) return <PricedLine model={model} record={record} />;
    if (kind === "person") return <PersonCard model={model} record={record} />;
    if (kind === "entry") return <Entry model={model} record={record} />;
    if (kind === "plan")
      return <PlanCard model={model} record={record} isFavoured={shown.length > 2 && at === shown.length - 2} />;
    return <PictureCard model={model} kind={kind} record={record} />;
  };
  return (
    <Suspense fallback={<div className="h-72" />}>
      <ul className={classNames("grid", isPriceList ? pricedColumns : columns[kind])}>
        {shown.map((record, at) => (
          <li key={record.id} className="min-w-0">
            {draw(record, at)}
          </li>
        ))}
      </ul>
    </Suspense>
  );
}

function cheapestFirst(model: ModelMeta, records: readonly ApiRecord[]): ApiRecord[] {
  const price = model.fields.find(({ type }) => type === "money");
  return price ? records.toSorted((a, b) => Number(a[price.key] ?? 0) - Number(b[price.key] ?? 0)) : [...records];
}

import { Link } from "react-router";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import type { PublicKind } from "../../shared/site-meta.ts";
import { classNames } from "../class-names.ts";
import { Picture } from "./cover.tsx";
import { recordParts } from "./record-parts.ts";

const shapes: Readonly<Record<PublicKind, string>> = {
  product: "aspect-square",
  article: "aspect-[3/2]",
  event: "aspect-[16/9]",
  person: "aspect-square",
  work: "aspect-[4/3]",
};

interface RecordCardProps {
  model: ModelMeta;
  kind: PublicKind;
  record: ApiRecord;
}

/** One record among others; the whole card leads to its page. */
export function RecordCard({ model, kind, record }: RecordCardProps) {
  const parts = recordParts(model, record);
  const above = kind === "event" || kind === "article" ? [parts.date, parts.related ?? parts.choice] : [parts.choice];
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-xl border bg-surface shadow-xs transition-shadow focus-within:shadow-lg hover:shadow-lg">
      <Picture src={parts.picture} seed={record.id} icon={model.icon} className={classNames("w-full", shapes[kind])} />
      <div className="flex flex-1 flex-col p-5">
        {above.some(Boolean) && (
          <p className="mb-1.5 text-xs font-medium text-accent">{above.filter(Boolean).join(" · ")}</p>
        )}
        <h3 className="text-lg leading-snug font-semibold break-words">
          <Link to={`/${model.slug}/${record.id}`} className="after:absolute after:inset-0 group-hover:underline">
            {record._label}
          </Link>
        </h3>
        {parts.text && <p className="mt-2 line-clamp-3 text-sm text-pretty text-subtle">{parts.text}</p>}
        {parts.price && <p className="mt-auto pt-4 text-lg font-semibold tabular-nums">{parts.price}</p>}
      </div>
    </article>
  );
}

export function RecordGrid({ model, kind, records }: { model: ModelMeta; kind: PublicKind; records: ApiRecord[] }) {
  const columns =
    kind === "product" || kind === "person" ? "sm:grid-cols-2 lg:grid-cols-4" : "sm:grid-cols-2 lg:grid-cols-3";
  return (
    <ul className={classNames("grid gap-6", columns)}>
      {records.map((record) => (
        <li key={record.id}>
          <RecordCard model={model} kind={kind} record={record} />
        </li>
      ))}
    </ul>
  );
}

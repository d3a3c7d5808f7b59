import type { PublicKind } from "../../../shared/site-meta.ts";
import { RecordActions } from "../../capabilities/record-panels.tsx";
import { classNames } from "../../class-names.ts";
import { Picture } from "../../components/cover.tsx";
import { recordParts } from "../record-parts.ts";
import type { CardProps } from "./card.ts";
import { CardLink } from "./card-link.tsx";

const cardLook =
  "group relative flex h-full flex-col overflow-hidden rounded-xl border bg-surface shadow-xs transition-shadow focus-within:shadow-lg hover:shadow-lg";

const shapes: Readonly<Partial<Record<PublicKind, string>>> = {
  product: "aspect-square",
  article: "aspect-[3/2]",
  event: "aspect-[16/9]",
  work: "aspect-[4/3]",
};

/** What is made to be looked at: products, articles, events, works. */
export function PictureCard({ model, kind, record }: CardProps) {
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

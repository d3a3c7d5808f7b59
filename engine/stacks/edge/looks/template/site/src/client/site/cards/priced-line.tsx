import { recordParts } from "../record-parts.ts";
import type { CardProps } from "./card.ts";
import { CardLink } from "./card-link.tsx";

/** A line of a menu or a price list, as long as nothing has a picture. */
export function PricedLine({ model, record }: CardProps) {
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

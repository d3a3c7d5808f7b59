import { recordParts } from "../record-parts.ts";
import type { CardProps } from "./card.ts";
import { CardLink } from "./card-link.tsx";

/** Without a picture: subjects, opening hours, questions. */
export function EntryCard({ model, record }: CardProps) {
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

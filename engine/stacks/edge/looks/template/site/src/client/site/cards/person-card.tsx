import { Portrait } from "../../components/portrait.tsx";
import { recordParts } from "../record-parts.ts";
import type { CardProps } from "./card.ts";
import { CardLink } from "./card-link.tsx";

export function PersonCard({ model, record }: CardProps) {
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

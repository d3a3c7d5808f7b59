import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord } from "../../shared/model.ts";
import { site } from "../../shared/site.ts";
import { Link } from "../routing/links.tsx";
import { Cover, Picture } from "../components/cover.tsx";
import { recordParts } from "./record-parts.ts";
import { pageWidth } from "./section.tsx";

/** Records that the hero shows in a way of its own. */
export const shownInHero = 5;

/** The newest story large, the next four as a column of headlines. */
export function Hero({ records }: { records: readonly ApiRecord[] }) {
  const entry = site.collections[0];
  const [lead, ...rest] = records;
  if (!entry || !lead) {
    return (
      <div className={`${pageWidth} grid gap-8 py-12 lg:grid-cols-2`}>
        <div>
          <h1 className="text-4xl font-semibold tracking-tight text-balance sm:text-5xl">{site.headline}</h1>
          <p className="mt-4 text-xl text-pretty text-subtle">{site.lead}</p>
        </div>
        <Cover seed={site.headline} className="aspect-[2/1]" />
      </div>
    );
  }
  const model = modelOf(entry.model);
  const parts = recordParts(model, lead);
  return (
    <div className={`${pageWidth} pt-8 pb-14`}>
      <h1 className="sr-only">{site.headline}</h1>
      <div className="grid gap-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <article className="group relative">
          <Picture src={parts.picture} seed={lead.id} icon={model.icon} className="aspect-[2/1] w-full" />
          <p className="mt-5 text-sm font-medium text-accent">
            {[parts.choice, parts.date, parts.related].filter(Boolean).join(" · ")}
          </p>
          <h2 className="mt-1 text-3xl leading-tight font-semibold tracking-tight text-balance break-words sm:text-5xl">
            <Link to={`/${model.slug}/${lead.id}`} className="after:absolute after:inset-0 group-hover:underline">
              {lead._label}
            </Link>
          </h2>
          {parts.text && <p className="mt-3 line-clamp-3 text-lg text-pretty text-subtle">{parts.text}</p>}
        </article>
        <ol className="divide-y border-t-2 border-text lg:border-t-0">
          {rest.slice(0, 4).map((record) => {
            const { date, choice, text } = recordParts(model, record);
            return (
              <li key={record.id} className="group relative py-4 lg:first:pt-0">
                <p className="text-xs font-medium text-accent">{[choice, date].filter(Boolean).join(" · ")}</p>
                <h2 className="mt-0.5 text-xl leading-snug font-semibold break-words">
                  <Link
                    to={`/${model.slug}/${record.id}`}
                    className="after:absolute after:inset-0 group-hover:underline"
                  >
                    {record._label}
                  </Link>
                </h2>
                {text && <p className="mt-1 line-clamp-2 text-sm text-subtle">{text}</p>}
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}

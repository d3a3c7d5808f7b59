import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord } from "../../shared/model.ts";
import { site } from "../../shared/site.ts";
import { ButtonLink } from "../components/ui/button.tsx";
import { Cover, Picture } from "../components/cover.tsx";
import { recordParts } from "./record-parts.ts";
import { pageWidth } from "./section.tsx";
import { words } from "./words.ts";

/** Records that the hero shows in a way of its own. */
export const shownInHero = 0;

/** What the shop is, beside four of the things it sells. */
export function Hero({ records }: { records: readonly ApiRecord[] }) {
  const first = site.collections[0];
  const model = first && modelOf(first.model);
  return (
    <div className={`${pageWidth} pt-6`}>
      <div className="grid items-center gap-8 rounded-xl bg-accent-soft p-6 sm:p-10 lg:grid-cols-2">
        <div className="min-w-0">
          <h1 className="text-3xl leading-tight font-bold tracking-tight text-balance break-words sm:text-5xl">
            {site.headline}
          </h1>
          <p className="mt-4 max-w-lg text-lg text-pretty">{site.lead}</p>
          {model && (
            <ButtonLink to={`/${model.slug}`} variant="primary" className="mt-7">
              {words.seeAll(model)}
            </ButtonLink>
          )}
        </div>
        {model && records.length > 3 ? (
          <div className="grid grid-cols-4 gap-3 lg:grid-cols-2">
            {records.slice(0, 4).map((record) => (
              <Picture
                key={record.id}
                src={recordParts(model, record).picture}
                seed={record.id}
                icon={model.icon}
                className="aspect-square w-full rounded-xl lg:aspect-[4/3]"
              />
            ))}
          </div>
        ) : (
          <Cover seed={site.headline} className="aspect-[4/3] rounded-xl" {...(model && { icon: model.icon })} />
        )}
      </div>
    </div>
  );
}

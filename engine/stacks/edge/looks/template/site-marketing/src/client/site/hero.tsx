import { appName } from "../../shared/app.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { site } from "../../shared/site.ts";
import { classNames } from "../class-names.ts";
import { Link } from "../routing/links.tsx";
import { Cover, Picture } from "../components/cover.tsx";
import { ProductWindow } from "./product-window.tsx";
import { recordParts } from "./record-parts.ts";
import { pageWidth } from "./section.tsx";
import { words } from "./words.ts";

/** Records that the hero shows in a way of its own. */
export const shownInHero = 0;

const spots = [
  "top-0 left-0 z-10 w-[62%] -rotate-3",
  "top-[22%] right-0 z-20 w-[56%] rotate-2",
  "bottom-0 left-[6%] z-30 w-[50%] rotate-1 max-sm:hidden",
];

/** Three of the records as cards on a table. They stand again below, so that here they are a picture. */
function Collage({ model, records }: { model: ModelMeta; records: readonly ApiRecord[] }) {
  return (
    <div aria-hidden="true" className="relative mx-auto aspect-[5/4] w-full max-w-lg">
      {records.map((record, at) => {
        const { picture, price, date } = recordParts(model, record);
        return (
          <div
            key={record.id}
            className={classNames("absolute overflow-hidden rounded-xl bg-surface text-text shadow-xl", spots[at])}
          >
            <Picture src={picture} seed={record.id} icon={model.icon} className="aspect-[16/10] w-full" />
            <p className="truncate px-4 pt-3 font-semibold">{record._label}</p>
            <p className="truncate px-4 pt-0.5 pb-3.5 text-sm text-subtle">{price ?? date ?? model.label}</p>
          </div>
        );
      })}
    </div>
  );
}

function Illustration({ records }: { records: readonly ApiRecord[] }) {
  const first = site.collections[0];
  const model = first && modelOf(first.model);
  if (site.isSoftware) return <ProductWindow />;
  if (model && records.length > 2) return <Collage model={model} records={records.slice(0, 3)} />;
  return <Cover seed={appName} className="aspect-[4/3] rounded-xl shadow-xl" {...(model && { icon: model.icon })} />;
}

export function Hero({ records }: { records: readonly ApiRecord[] }) {
  const first = site.collections[0];
  const model = first && modelOf(first.model);
  return (
    <div className="overflow-hidden bg-primary text-on-primary">
      <div className={`${pageWidth} grid items-center gap-12 py-14 sm:py-20 lg:grid-cols-[1.1fr_1fr] lg:py-24`}>
        <div className="min-w-0">
          <h1 className="text-4xl leading-[1.06] font-bold tracking-tight text-balance break-words sm:text-6xl">
            {site.headline}
          </h1>
          <p className="mt-6 max-w-xl text-lg text-pretty sm:text-xl">{site.lead}</p>
          <div className="mt-9 flex flex-wrap items-center gap-x-6 gap-y-4 font-medium">
            {model && (
              <Link
                to={`/${model.slug}`}
                className="rounded-lg bg-surface px-6 py-3.5 text-text shadow-xs outline-on-primary hover:bg-muted"
              >
                {words.seeOur(model)}
              </Link>
            )}
            <Link to="/about" className="rounded py-2 underline underline-offset-4 outline-on-primary">
              {words.aboutName(appName)}
            </Link>
          </div>
        </div>
        <Illustration records={records} />
      </div>
    </div>
  );
}

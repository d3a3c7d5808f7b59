import { Link } from "react-router";
import { appName } from "../../shared/app.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord } from "../../shared/model.ts";
import { site } from "../../shared/site.ts";
import { Cover } from "./cover.tsx";
import { pageWidth } from "./section.tsx";
import { words } from "./words.ts";

export function Hero({ records }: { records: readonly ApiRecord[] }) {
  const first = site.collections[0];
  const model = first && modelOf(first.model);
  return (
    <div className="bg-primary text-on-primary">
      <div className={`${pageWidth} grid items-center gap-10 py-14 sm:py-20 lg:grid-cols-[1.1fr_1fr]`}>
        <div className="min-w-0">
          <h1 className="text-4xl leading-[1.08] font-bold tracking-tight text-balance break-words sm:text-6xl">
            {site.headline}
          </h1>
          <p className="mt-5 max-w-xl text-lg text-pretty sm:text-xl">{site.lead}</p>
          <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4 font-medium">
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
        <Cover
          seed={`${appName} ${records.length > 0 ? "open" : ""}`}
          className="aspect-[4/3] rounded-xl shadow-xl"
          {...(model && { icon: model.icon })}
        />
      </div>
    </div>
  );
}

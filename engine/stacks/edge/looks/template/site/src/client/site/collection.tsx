import { appName } from "../../shared/app.ts";
import { countOf } from "../../shared/format.ts";
import { isInternal, publishedQuery } from "../../shared/published.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiPage } from "../../shared/model.ts";
import { site } from "../../shared/site.ts";
import type { PublicModel } from "../../shared/site-meta.ts";
import { api } from "../api.ts";
import { Pagination } from "../components/pagination.tsx";
import { Button, ButtonLink } from "../components/ui/button.tsx";
import { headerSearches } from "./header-search.ts";
import { RecordGrid } from "./record-grid.tsx";
import { pageWidth } from "./section.tsx";
import { Seo } from "./seo.tsx";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";
import { say } from "../../shared/say.ts";
import { useSearchParams } from "../routing/links.tsx";
import { words } from "./words.ts";

export function CollectionView({ entry, found }: { entry: PublicModel; found: ApiPage }) {
  const model = modelOf(entry.model);
  const { items, total, page, pageSize } = found;
  const [query, setQuery] = useSearchParams();
  const isSearchedAbove = headerSearches && site.collections[0]?.model === model.key;
  const choice = model.fields.find((field) => field.type === "enum" && !isInternal(field));
  const chosen = choice ? (query.get(choice.key) ?? "") : "";
  const change = (name: string, value: string): void =>
    setQuery((current) => {
      const next = new URLSearchParams(current);
      if (name !== "page") next.delete("page");
      if (value === "") next.delete(name);
      else next.set(name, value);
      return next;
    });
  return (
    <div className={`${pageWidth} py-12`}>
      <Seo title={model.pluralLabel} description={words.at(model.pluralLabel, appName)} />
      <h1 className="text-3xl font-semibold tracking-tight break-words sm:text-4xl">{model.pluralLabel}</h1>
      <div className="mt-7 mb-8 flex flex-wrap items-center gap-3">
        {!isSearchedAbove && (
          <form
            role="search"
            aria-label={words.thisPage}
            className="flex w-full gap-2 sm:w-auto"
            onSubmit={(event) => {
              event.preventDefault();
              change("q", String(new FormData(event.currentTarget).get("q") ?? "").trim());
            }}
          >
            <input
              key={query.get("q")}
              type="search"
              name="q"
              aria-label={say.search(model)}
              placeholder={say.search(model)}
              defaultValue={query.get("q") ?? ""}
              className="h-10 min-w-0 flex-1 rounded-lg border border-control bg-surface px-3 placeholder:text-subtle sm:w-72"
            />
            <Button type="submit" variant="primary">
              {words.search}
            </Button>
          </form>
        )}
        {choice?.choices && (
          <select
            aria-label={choice.label}
            value={chosen}
            onChange={(event) => change(choice.key, event.target.value)}
            className="h-10 max-w-full rounded-lg border border-control bg-surface pr-10 pl-3"
          >
            <option value="">{say.allOf(choice.label)}</option>
            {choice.choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
        <p role="status" className="text-sm text-subtle sm:ml-auto">
          {countOf(total, model)}
        </p>
      </div>
      <h2 className="sr-only">{words.all(model)}</h2>
      {items.length > 0 ? (
        <RecordGrid model={model} kind={entry.kind} records={items} />
      ) : (
        <div className="rounded-xl border border-dashed px-6 py-16 text-center">
          <p className="mb-6 text-subtle">{words.nothingMatches}</p>
          <ButtonLink to={`/${model.slug}`}>{words.all(model)}</ButtonLink>
        </div>
      )}
      {total > pageSize && (
        <div className="mt-8">
          <Pagination page={page} pageSize={pageSize} total={total} onPage={(next) => change("page", String(next))} />
        </div>
      )}
    </div>
  );
}

// For the router.
const CollectionPage = ({ entry }: { entry: PublicModel }) => (
  <CollectionView entry={entry} found={useLoaderData<ApiPage>()} />
);

export const collectionRoute = (entry: PublicModel) => ({
  loader: ({ request }: LoaderArgs) => {
    const query = new URL(request.url).searchParams;
    if (!query.has("pageSize")) query.set("pageSize", "12");
    return api.list(modelOf(entry.model), publishedQuery(modelOf(entry.model), query), request.signal);
  },
  Component: () => <CollectionPage key={entry.model} entry={entry} />,
});

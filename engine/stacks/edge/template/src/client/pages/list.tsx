import { type ComponentType, lazy, Suspense, useCallback, useState } from "react";
import { useLocation } from "react-router";
import { countOf } from "../../shared/format.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiPage, ApiRecord, ModelMeta } from "../../shared/model.ts";
import { apiQuery, chosenView, isFilter, type ViewId, viewQuery } from "../../shared/views.ts";
import { say } from "../../shared/say.ts";
import { api } from "../api.ts";
import { may } from "../permissions.ts";
import { readStored, store } from "../capabilities/stored.ts";
import { ColumnsMenu } from "../components/columns-menu.tsx";
import { FilterMenu } from "../components/filter-menu.tsx";
import { Icon } from "../components/icon.tsx";
import { filterFields, ListFilters } from "../components/list-filters.tsx";
import { ListMenu } from "../components/list-menu.tsx";
import { Pagination } from "../components/pagination.tsx";
import { columnChoices, tableFields } from "../components/record-table.tsx";
import { SavedViews } from "../components/saved-views.tsx";
import { TableView } from "../components/table-view.tsx";
import { Button, ButtonLink } from "../components/ui/button.tsx";
import { Card, EmptyState } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";
import { ViewSwitch } from "../components/view-switch.tsx";
import { useSearchParams } from "../routing/links.tsx";
import type { ViewProps } from "../views/view.ts";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";

interface Loaded {
  page: ApiPage;
  /** Names of the records that reference filters ask for, by field. */
  names: Record<string, string>;
}

/** Loaded when they are first looked at. */
const CardsView = lazy(async () => ({ default: (await import("../views/cards.tsx")).CardsView }));

/** Views that show all they find at once. */
const drawnWhole = new Set<ViewId>(["board", "calendar"]);

const views: Readonly<Record<Exclude<ViewId, "table" | "cards">, ComponentType<ViewProps>>> = {
  board: lazy(async () => ({ default: (await import("../views/board.tsx")).BoardView })),
  calendar: lazy(async () => ({ default: (await import("../views/calendar.tsx")).CalendarView })),
  gallery: lazy(async () => ({ default: (await import("../views/gallery.tsx")).GalleryView })),
};

const DeleteDialog = lazy(async () => ({
  default: (await import("../components/delete-dialog.tsx")).DeleteDialog,
}));

function NewButton({ model }: { model: ModelMeta }) {
  if (!may(model, "create")) return null;
  return (
    <ButtonLink to={`/${model.slug}/new`} variant="primary">
      <Icon name="plus" className="size-4" />
      {say.newOf(model)}
    </ButtonLink>
  );
}

/** The columns someone chose in this browser, else the most telling ones. */
function useColumns(model: ModelMeta) {
  const place = `columns.${model.key}`;
  const [keys, setKeys] = useState(() => readStored<readonly string[] | null>(place, null));
  return {
    columns: keys ? columnChoices(model).filter(({ key }) => keys.includes(key)) : tableFields(model),
    choose: (next: readonly string[] | null): void => {
      setKeys(next);
      store(place, next);
    },
  };
}

export function ListView({ model, page, names }: Loaded & { model: ModelMeta }) {
  const { items, total, pageSize } = page;
  const [query, setQuery] = useSearchParams();
  const { pathname, search } = useLocation();
  const [doomed, setDoomed] = useState<ApiRecord | null>(null);
  const { columns, choose } = useColumns(model);
  const view = chosenView(model, query);

  /** Sets parameters of the address; empty ones are removed, and another question starts at its first page. */
  const change = useCallback(
    (changes: Record<string, string>, options: { replace: boolean } = { replace: true }): void => {
      setQuery(
        (current) => {
          const next = new URLSearchParams(current);
          if (!("page" in changes)) next.delete("page");
          for (const [name, value] of Object.entries(changes)) {
            if (value === "") next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { ...options, preventScrollReset: true },
      );
    },
    [setQuery],
  );

  const isFiltered = [...query.keys()].some(isFilter);
  const clear = (): void =>
    setQuery(
      [...query].filter(([name]) => !isFilter(name) && name !== "page"),
      { replace: true },
    );

  const body = () => {
    // A month without entries is still a calendar.
    if (items.length > 0 || view.id === "calendar") {
      const View = view.id === "table" || view.id === "cards" ? undefined : views[view.id];
      return (
        <>
          {view.id === "cards" && (
            <Suspense fallback={<div className="min-h-96" />}>
              <CardsView model={model} page={page} />
            </Suspense>
          )}
          {View && view.field && (
            <Suspense fallback={<div className="min-h-96" />}>
              <View model={model} field={view.field} page={page} query={query} onChange={change} />
            </Suspense>
          )}
          {view.id === "table" && (
            <TableView
              model={model}
              records={items}
              columns={columns}
              sort={query.get("sort") ?? model.order ?? ""}
              onSort={(sort) => change({ sort })}
              onDelete={setDoomed}
            />
          )}
          {!drawnWhole.has(view.id) && (
            <Pagination
              page={page.page}
              pageSize={pageSize}
              total={total}
              onPage={(next) => change({ page: String(next) }, { replace: false })}
            />
          )}
        </>
      );
    }
    return isFiltered || page.page > 1 ? (
      <EmptyState
        icon={<Icon name="search" />}
        title={say.noMatch(model)}
        text={say.fewerFilters}
        action={<Button onClick={clear}>{say.clearFilters}</Button>}
      />
    ) : (
      <EmptyState
        icon={<Icon name={model.icon} />}
        title={say.noneYet(model)}
        text={model.description || say.showsUpHere}
        action={<NewButton model={model} />}
      />
    );
  };

  return (
    <>
      <PageHeader
        title={model.pluralLabel}
        description={model.description}
        actions={
          <>
            <ListMenu model={model} query={apiQuery(model, query)} total={total} />
            <NewButton model={model} />
          </>
        }
      />
      {(total > 0 || isFiltered || view.id !== "table") && (
        <div className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
          <ViewSwitch model={model} view={view} query={query} onChange={change} />
          <div className="ml-auto flex flex-wrap items-center gap-2">
            <FilterMenu model={model} query={query} except={filterFields(model)} names={names} onChange={change} />
            {view.id === "table" && <ColumnsMenu model={model} shown={columns} onChange={choose} />}
            <SavedViews model={model} query={query} />
          </div>
        </div>
      )}
      <Card>
        {(total > 0 || isFiltered) && <ListFilters model={model} query={query} onChange={change} onClear={clear} />}
        <p role="status" className="sr-only">
          {countOf(total, model)}
        </p>
        {body()}
      </Card>
      {doomed && (
        <Suspense fallback={null}>
          <DeleteDialog
            model={model}
            id={doomed.id}
            label={doomed._label}
            onClose={() => setDoomed(null)}
            next={`${pathname}${search}`}
          />
        </Suspense>
      )}
    </>
  );
}

// For the router.
const ListPage = ({ model }: { model: ModelMeta }) => <ListView model={model} {...useLoaderData<Loaded>()} />;

async function loadNames(
  model: ModelMeta,
  query: URLSearchParams,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const names = await Promise.all(
    model.fields.map(async ({ key, reference }): Promise<[string, string]> => {
      const id = query.get(key);
      if (!reference || !id) return [key, ""];
      // A link may outlive its record: the list then says that nothing matches.
      const record = await api.find(modelOf(reference.model), id, signal).catch(() => undefined);
      return [key, record?._label ?? ""];
    }),
  );
  return Object.fromEntries(names);
}

export const listRoute = (model: ModelMeta) => ({
  loader: async ({ request }: LoaderArgs): Promise<Loaded> => {
    const query = new URL(request.url).searchParams;
    const [page, names] = await Promise.all([
      api.list(model, viewQuery(model, query), request.signal),
      loadNames(model, query, request.signal),
    ]);
    return { page, names };
  },
  Component: () => <ListPage key={model.key} model={model} />,
});

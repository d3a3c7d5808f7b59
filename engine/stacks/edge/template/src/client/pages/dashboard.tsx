import { formatCount, formatRelative, inSentence } from "../../shared/format.ts";
import { fieldOf, modelOf } from "../../shared/lookup.ts";
import type { Dashboard } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { api } from "../api.ts";
import { may } from "../permissions.ts";
import { DashboardNumbers } from "../components/charts/dashboard-numbers.tsx";
import { classNames } from "../class-names.ts";
import { Icon } from "../components/icon.tsx";
import { Badge } from "../components/ui/badge.tsx";
import { ButtonLink } from "../components/ui/button.tsx";
import { Card, EmptyState } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";
import { Link } from "../routing/links.tsx";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";

/** No row of cards ends with a single one. */
function evenRows(count: number): string {
  if (count < 5) return "";
  if (count % 5 === 0) return "sm:grid-cols-3 xl:grid-cols-5";
  return count % 4 === 0 || count % 4 === 3 ? "sm:grid-cols-4" : "sm:grid-cols-3";
}

function Counts({ models }: Pick<Dashboard, "models">) {
  return (
    <ul
      className={classNames(
        "grid grid-cols-[repeat(auto-fit,minmax(min(100%,9.75rem),1fr))] gap-4",
        evenRows(models.length),
      )}
    >
      {models.map(({ model: key, count, newThisWeek }) => {
        const model = modelOf(key);
        return (
          <li key={key}>
            <Link
              to={`/${model.slug}`}
              className="group block h-full rounded-xl border bg-surface p-5 shadow-xs transition-colors hover:border-accent"
            >
              <span className="flex items-center justify-between gap-3">
                <span className="line-clamp-2 min-w-0 text-sm leading-tight font-medium break-words text-subtle">
                  {model.pluralLabel}
                </span>
                <span
                  className={classNames(
                    "grid size-9 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent",
                    // Where cards are narrow, their names need the room.
                    models.length > 3 && "max-xl:hidden",
                  )}
                >
                  <Icon name={model.icon} />
                </span>
              </span>
              <span className="mt-2 block text-3xl font-semibold tracking-tight">{formatCount(count)}</span>
              <span className="mt-1 block text-xs text-subtle">{say.newThisWeek(newThisWeek)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Attention({ badges }: Pick<Dashboard, "badges">) {
  return (
    <Card title={say.atAGlance}>
      <ul className="divide-y">
        {badges.map(({ model: key, badge: slug, count }) => {
          const model = modelOf(key);
          const badge = model.badges.find((candidate) => candidate.slug === slug);
          if (!badge) return null;
          return (
            <li key={`${key}-${slug}`}>
              <Link
                to={`/${model.slug}?badge=${slug}`}
                className="flex items-center justify-between gap-3 px-5 py-3 text-sm hover:bg-muted"
              >
                <span className="flex min-w-0 flex-wrap items-center gap-2">
                  <Badge tone={count > 0 ? badge.tone : "neutral"}>{badge.label}</Badge>
                  <span className="text-subtle">{inSentence(model.pluralLabel)}</span>
                </span>
                <span className="font-semibold tabular-nums">{formatCount(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Breakdown({ model: key, field: fieldKey, slices }: Dashboard["breakdowns"][number]) {
  const model = modelOf(key);
  const field = fieldOf(model, fieldKey);
  const total = slices.reduce((sum, slice) => sum + slice.count, 0);
  const choices = (field?.choices ?? []).map(({ value, label }) => ({
    value,
    label,
    count: slices.find((slice) => slice.value === value)?.count ?? 0,
  }));
  return (
    <Card title={say.slicesOf(model, field?.label ?? fieldKey)}>
      <ul className="space-y-3.5 px-5 py-4">
        {choices.slice(0, 8).map(({ value, label, count }) => (
          <li key={value}>
            <Link
              to={`/${model.slug}?${new URLSearchParams({ [fieldKey]: value })}`}
              className="group block rounded text-sm"
            >
              <span className="flex justify-between gap-3">
                <span className="min-w-0 truncate group-hover:underline">{label}</span>
                <span className="text-subtle tabular-nums">{formatCount(count)}</span>
              </span>
              <span aria-hidden="true" className="mt-1.5 block h-2 overflow-hidden rounded-full bg-muted">
                <span
                  className="block h-full rounded-full bg-accent"
                  style={{ width: `${total === 0 ? 0 : (count / total) * 100}%` }}
                />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Recent({ recent }: Pick<Dashboard, "recent">) {
  if (recent.length === 0) {
    return (
      <Card title={say.recentlyAdded}>
        <EmptyState icon={<Icon name="layers" />} title={say.nothingYet} text={say.newestFirst} />
      </Card>
    );
  }
  return (
    <Card title={say.recentlyAdded}>
      <ul className="divide-y">
        {recent.map(({ model: key, id, label, createdAt }) => {
          const model = modelOf(key);
          return (
            <li key={`${key}-${id}`}>
              <Link to={`/${model.slug}/${id}`} className="flex items-center gap-3 px-5 py-3 text-sm hover:bg-muted">
                <span className="grid size-8 shrink-0 place-items-center rounded-lg bg-muted text-subtle">
                  <Icon name={model.icon} className="size-4" />
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{label}</span>
                  <span className="block text-xs text-subtle">{model.label}</span>
                </span>
                <time dateTime={createdAt} className="text-xs whitespace-nowrap text-subtle">
                  {formatRelative(createdAt)}
                </time>
              </Link>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** As many as stand as high as what was added last. */
const besideRecent = 2;

const Breakdowns = ({ breakdowns }: Pick<Dashboard, "breakdowns">) =>
  breakdowns.map((breakdown) => <Breakdown key={`${breakdown.model}-${breakdown.field}`} {...breakdown} />);

export function DashboardView({ models, badges, breakdowns, trends, totals, recent }: Dashboard) {
  const first = models.map(({ model }) => modelOf(model)).find((model) => may(model, "create"));
  return (
    <>
      <PageHeader
        title={say.dashboard}
        actions={
          first && (
            <ButtonLink to={`/${first.slug}/new`} variant="primary">
              <Icon name="plus" className="size-4" />
              {say.newOf(first)}
            </ButtonLink>
          )
        }
      />
      <Counts models={models} />
      <DashboardNumbers trends={trends} totals={totals} />
      <div className="mt-5 grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <Recent recent={recent} />
        <div className="space-y-5">
          {badges.length > 0 && <Attention badges={badges} />}
          <Breakdowns breakdowns={breakdowns.slice(0, besideRecent)} />
        </div>
      </div>
      {breakdowns.length > besideRecent && (
        <div className="mt-5 grid items-start gap-5 sm:grid-cols-2 xl:grid-cols-3">
          <Breakdowns breakdowns={breakdowns.slice(besideRecent)} />
        </div>
      )}
    </>
  );
}

// For the router.
const DashboardPage = () => <DashboardView {...useLoaderData<Dashboard>()} />;

const isShown = ({ model }: { model: string }): boolean => may(modelOf(model), "read");

export const dashboardRoute = {
  loader: async ({ request }: LoaderArgs): Promise<Dashboard> => {
    const { models, badges, breakdowns, ...rest } = await api.dashboard(request.signal);
    return {
      ...rest,
      models: models.filter(isShown),
      badges: badges.filter(isShown),
      breakdowns: breakdowns.filter(isShown),
    };
  },
  Component: DashboardPage,
};

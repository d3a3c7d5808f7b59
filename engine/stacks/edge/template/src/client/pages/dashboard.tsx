import { modelOf } from "../../shared/lookup.ts";
import type { Dashboard } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { api } from "../api.ts";
import { classNames } from "../class-names.ts";
import { AttentionCard } from "../components/dashboard/attention-card.tsx";
import { BreakdownCard } from "../components/dashboard/breakdown-card.tsx";
import { Counts } from "../components/dashboard/counts.tsx";
import { GrowthChart } from "../components/dashboard/growth-chart.tsx";
import { placeBreakdowns } from "../components/dashboard/place-breakdowns.ts";
import { RecentCard } from "../components/dashboard/recent-card.tsx";
import { TotalsCard } from "../components/dashboard/totals-card.tsx";
import { Icon } from "../components/icon.tsx";
import { ButtonLink } from "../components/ui/button.tsx";
import { Card } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";
import { may } from "../permissions.ts";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";

const Breakdowns = ({ breakdowns }: Pick<Dashboard, "breakdowns">) =>
  breakdowns.map((breakdown) => <BreakdownCard key={`${breakdown.model}-${breakdown.field}`} {...breakdown} />);

export function DashboardView(props: Dashboard) {
  const { models, badges, trends, totals, recent } = props;
  const first = models.map(({ model }) => modelOf(model)).find((model) => may(model, "create"));
  const { beside, below } = placeBreakdowns(props);
  const isWide = totals.length + badges.length + beside.length === 0;
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
      <div
        className={classNames(
          "mt-5 grid grid-cols-1 items-start gap-5",
          !isWide && "lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]",
        )}
      >
        <div className="space-y-5">
          {trends.length > 0 && (
            <Card title={say.newEachWeek}>
              <GrowthChart trends={trends} />
            </Card>
          )}
          <RecentCard recent={recent} />
        </div>
        {!isWide && (
          <div className="space-y-5">
            {totals.length > 0 && <TotalsCard totals={totals} />}
            {badges.length > 0 && <AttentionCard badges={badges} />}
            <Breakdowns breakdowns={beside} />
          </div>
        )}
      </div>
      {below.length > 0 && (
        <div className="mt-5 grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] items-start gap-5">
          <Breakdowns breakdowns={below} />
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

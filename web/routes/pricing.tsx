import Check from "lucide-react/icons/check";
import { Link } from "react-router";
import { Button } from "../components/ui/button.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { classNames } from "../lib/class-names.ts";
import { type Plan, limitNames, plans } from "../pricing/plans.ts";
import { PublicFrame } from "../public-pages/public-frame.tsx";
import { PageHead, Section } from "../public-pages/section.tsx";
import { formatNumber } from "../lib/format.ts";

const limits = Object.keys(limitNames) as (keyof Plan["limits"])[];

const limitOf = (most: number | null): string => (most === null ? "No limit" : formatNumber(most));

export function Component() {
  return (
    <PublicFrame page="pricing">
      <PageHead title="Pay for building, not for trying.">
        A run that could not be finished does not count. What models cost is theirs to bill: bring a key, or work
        without one.
      </PageHead>
      <div className="px-4 pt-10 pb-16 md:px-6">
        <div className="mx-auto max-w-6xl">
          <Notice tone="waiting" title="Billing is not open yet">
            Nobody can be charged, and none of these limits is enforced. Until then every account works without them.
          </Notice>
          <ul className="mt-8 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
            {plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} />
            ))}
          </ul>
        </div>
      </div>
      <Section title="What each plan holds" tinted>
        <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Limits of the plans">
          <table className="w-full min-w-[36rem] text-left">
            <thead className="text-sm text-muted">
              <tr className="border-b border-line">
                <th scope="col" className="py-2 pr-4 font-[560]">
                  Limit
                </th>
                {plans.map(({ id, name }) => (
                  <th key={id} scope="col" className="py-2 pr-4 font-[560]">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {limits.map((limit) => (
                <tr key={limit} className="border-b border-line last:border-0">
                  <th scope="row" className="py-3 pr-4 font-[540]">
                    {limitNames[limit]}
                  </th>
                  {plans.map((plan) => (
                    <td key={plan.id} className="figures py-3 pr-4">
                      {limitOf(plan.limits[limit])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </PublicFrame>
  );
}

function PlanCard({ plan: { id, name, monthlyUsd, for: whom, adds } }: { plan: Plan }) {
  return (
    <li
      className={classNames(
        "flex flex-col rounded-xl border bg-surface p-6",
        id === "starter" ? "border-accent shadow-float" : "border-line",
      )}
    >
      <h2 className="display text-xl">{name}</h2>
      <p className="text-sm text-muted">{whom}</p>
      <p className="mt-5 flex items-baseline gap-2">
        {monthlyUsd === null ? (
          <span className="display text-3xl">Let us talk</span>
        ) : (
          <>
            <span className="display figures text-4xl">${monthlyUsd}</span>
            <span className="text-sm text-muted">a month</span>
          </>
        )}
      </p>
      <ul className="mt-5 flex flex-1 flex-col gap-2.5">
        {adds.map((words) => (
          <li key={words} className="flex gap-2.5">
            <Check aria-hidden="true" className="mt-1 size-4 shrink-0 text-accent-ink" />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <Button asChild look={id === "starter" ? "primary" : "outline"} className="mt-6 w-full">
        <Link to="/register">
          {monthlyUsd === 0 ? "Start building" : "Start free"} <span className="sr-only">with {name}</span>
        </Link>
      </Button>
    </li>
  );
}

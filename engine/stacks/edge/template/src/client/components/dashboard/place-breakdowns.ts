// Which cards stand beside which, so that the two columns of the dashboard end about level.
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { Dashboard } from "../../../shared/model.ts";
import { mostSlices } from "./breakdown-card.tsx";

/** How tall a card is, in lines of a list: a heading and what stands below it. */
const linesOf = {
  growth: 7,
  recent: (recent: Dashboard["recent"]): number => 1 + Math.max(4, recent.length * 1.3),
  totals: (totals: Dashboard["totals"]): number => 1 + Math.ceil(totals.length / 2) * 2,
  badges: (badges: Dashboard["badges"]): number => 1 + badges.length,
  breakdown: ({ model, field }: Dashboard["breakdowns"][number]): number =>
    1.4 + Math.min(mostSlices, fieldOf(modelOf(model), field)?.choices?.length ?? 0) * 0.9,
};

/** The breakdowns that find room beside the wider cards, and those for the rows below. */
export function placeBreakdowns({ trends, recent, totals, badges, breakdowns }: Dashboard) {
  let room = (trends.length > 0 ? linesOf.growth : 0) + linesOf.recent(recent);
  if (totals.length > 0) room -= linesOf.totals(totals);
  if (badges.length > 0) room -= linesOf.badges(badges);
  const beside = breakdowns.filter((breakdown) => {
    const lines = linesOf.breakdown(breakdown);
    const fits = lines <= room;
    if (fits) room -= lines;
    return fits;
  });
  return { beside, below: breakdowns.filter((breakdown) => !beside.includes(breakdown)) };
}

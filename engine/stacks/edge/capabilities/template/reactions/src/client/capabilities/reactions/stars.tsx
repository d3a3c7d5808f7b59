import { mostStars, type ReactionsView } from "../../../shared/reactions/reactions.ts";
import { classNames } from "../../class-names.ts";
import { Icon } from "../../components/icon.tsx";
import { words } from "./words.ts";

/** What people gave on average, and the stars of one's own. */
export function Stars({ view, onRate }: { view: ReactionsView; onRate: (stars: number) => void }) {
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <legend className="sr-only">{words.yourRating}</legend>
      <div className="flex">
        {Array.from({ length: mostStars }, (_, at) => at + 1).map((stars) => (
          <button
            key={stars}
            type="button"
            aria-pressed={view.myRating === stars}
            aria-label={`${stars} ${stars === 1 ? words.star : words.stars}`}
            onClick={() => onRate(view.myRating === stars ? 0 : stars)}
            className={classNames("rounded p-1", stars <= (view.myRating || Math.round(view.average)) ? "text-accent" : "text-subtle")}
          >
            <Icon
              name="star"
              className="size-6"
              fill={stars <= (view.myRating || Math.round(view.average)) ? "currentColor" : "none"}
            />
          </button>
        ))}
      </div>
      <p className="text-sm text-subtle">
        {view.ratings === 0
          ? words.noRatingsYet
          : words.averageOf(view.average, mostStars, view.ratings)}
      </p>
    </fieldset>
  );
}

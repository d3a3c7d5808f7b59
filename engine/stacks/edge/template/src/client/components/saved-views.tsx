import { lazy, Suspense } from "react";
import type { ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { Popover } from "./ui/popover.tsx";

const SavedViewsList = lazy(async () => ({ default: (await import("./saved-views-list.tsx")).SavedViewsList }));

/** Searches, filters and views under a name. */
export function SavedViews({ model, query }: { model: ModelMeta; query: URLSearchParams }) {
  return (
    <Popover label={say.savedViews} icon="bookmark" iconOnly>
      <Suspense fallback={<div className="h-24" />}>
        <SavedViewsList model={model} query={query} />
      </Suspense>
    </Popover>
  );
}

import { Marked } from "./marked.tsx";
import { words } from "./words.ts";

export function Component() {
  return (
    <Marked
      path="favourites"
      title={words.favourites}
      description={words.favouritesLead}
      emptyTitle={words.noFavourites}
      emptyText={words.howToMark}
    />
  );
}

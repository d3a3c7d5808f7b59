import { Marked } from "./marked.tsx";

export function Component() {
  return (
    <Marked
      path="favourites"
      title="Favourites"
      description="What you marked in this browser."
      emptyTitle="No favourites yet"
      emptyText="Mark records with the heart on their page."
    />
  );
}

import { Marked } from "./marked.tsx";
import { words } from "./words.ts";

export function Component() {
  return (
    <Marked
      path="following"
      title={words.following}
      description={words.followingLead}
      emptyTitle={words.followNothing}
      emptyText={words.howToFollow}
    />
  );
}

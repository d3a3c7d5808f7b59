import { Marked } from "./marked.tsx";
import { words } from "./words.ts";

export function Component() {
  return (
    <Marked
      path="following"
      title={words.following}
      description={words.followingLead}
      emptyTitle="You follow nothing yet"
      emptyText="Follow something on its page, and it is listed here."
    />
  );
}

import { Marked } from "./marked.tsx";

export function Component() {
  return (
    <Marked
      path="following"
      title="Following"
      description="What you follow in this browser, to come back to."
      emptyTitle="You follow nothing yet"
      emptyText="Follow something on its page, and it is listed here."
    />
  );
}

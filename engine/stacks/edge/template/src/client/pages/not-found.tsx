import { Icon } from "../components/icon.tsx";
import { ButtonLink } from "../components/ui/button.tsx";
import { Card, EmptyState } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";

export function NotFoundPage({
  message = "The address may be mistyped, or what was here has been deleted.",
}: {
  message?: string;
}) {
  return (
    <>
      <PageHeader title="Page not found" />
      <Card>
        <EmptyState
          icon={<Icon name="search" />}
          title="There is nothing here"
          text={message}
          action={
            <ButtonLink to="/" variant="primary">
              Go to the dashboard
            </ButtonLink>
          }
        />
      </Card>
    </>
  );
}

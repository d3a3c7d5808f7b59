import { say } from "../../shared/say.ts";
import { Icon } from "../components/icon.tsx";
import { ButtonLink } from "../components/ui/button.tsx";
import { Card, EmptyState } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";

export function NotFoundPage({ message = say.mistyped }: { message?: string }) {
  return (
    <>
      <PageHeader title={say.notFound} />
      <Card>
        <EmptyState
          icon={<Icon name="search" />}
          title={say.nothingHere}
          text={message}
          action={
            <ButtonLink to="/" variant="primary">
              {say.toDashboard}
            </ButtonLink>
          }
        />
      </Card>
    </>
  );
}

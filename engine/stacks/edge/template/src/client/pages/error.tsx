import { RequestError } from "../api.ts";
import { Icon } from "../components/icon.tsx";
import { Button } from "../components/ui/button.tsx";
import { Card, EmptyState } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";
import { NotFoundPage } from "./not-found.tsx";
import { useRouteError } from "../routing/pages.tsx";

export function ErrorPage() {
  const error = useRouteError();
  if (error instanceof RequestError && error.status === 404) return <NotFoundPage message={error.message} />;
  const text =
    error instanceof RequestError ? error.message : "This page could not be shown. Reloading it usually helps.";
  return (
    <>
      <PageHeader title="Something went wrong" />
      <Card>
        <EmptyState
          icon={<Icon name="alert" />}
          title="That did not work"
          text={text}
          action={
            <Button variant="primary" onClick={() => location.reload()}>
              Reload the page
            </Button>
          }
        />
      </Card>
    </>
  );
}

import { say } from "../../shared/say.ts";
import { RequestError } from "../api.ts";
import { Icon } from "../components/icon.tsx";
import { Button } from "../components/ui/button.tsx";
import { isConnected } from "../connection.ts";
import { Card, EmptyState } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";
import { NotFoundPage } from "./not-found.tsx";
import { useRouteError } from "../routing/pages.tsx";

export function ErrorPage() {
  const error = useRouteError();
  if (error instanceof RequestError && error.status === 404) return <NotFoundPage message={error.message} />;
  // Code that was not loaded yet fails as well while there is no connection.
  const otherwise = isConnected() ? say.reloadHelps : say.offlinePage;
  const text = error instanceof RequestError ? error.message : otherwise;
  return (
    <>
      <PageHeader title={say.wentWrong} />
      <Card>
        <EmptyState
          icon={<Icon name="alert" />}
          title={say.thatFailed}
          text={text}
          action={
            <Button variant="primary" onClick={() => location.reload()}>
              {say.reload}
            </Button>
          }
        />
      </Card>
    </>
  );
}

"use client";

import { EmptyPage } from "../../components/empty-page.tsx";
import { Button } from "../../components/ui/button.tsx";
import { say } from "../../shared/say.ts";

/** Rendering it again would not ask the server again, which reloading does. */
export default function ErrorPage() {
  return (
    <EmptyPage
      icon="alert"
      title={say.wentWrong}
      text={say.reloadHelps}
      action={
        <Button variant="primary" onClick={() => location.reload()}>
          {say.reload}
        </Button>
      }
    />
  );
}

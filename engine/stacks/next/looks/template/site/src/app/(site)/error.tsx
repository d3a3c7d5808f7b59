"use client";

import { SiteMessage } from "../../components/site/site-message.tsx";
import { Button } from "../../components/ui/button.tsx";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <SiteMessage
      title="Something went wrong"
      text="This page could not be shown. Trying again usually helps."
      action={
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
      }
    />
  );
}

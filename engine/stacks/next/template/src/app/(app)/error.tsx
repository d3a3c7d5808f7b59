"use client";

import { EmptyPage } from "../../components/empty-page.tsx";
import { Button } from "../../components/ui/button.tsx";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <EmptyPage
      icon="alert"
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

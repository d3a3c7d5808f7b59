import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { ButtonLink } from "./ui/button.tsx";
import { Card, EmptyState } from "./ui/card.tsx";
import { PageHeader } from "./ui/page-header.tsx";

/** A page that has nothing to show, and says why. */
export function EmptyPage({
  icon,
  title,
  text,
  action,
}: {
  icon: string;
  title: string;
  text: string;
  action?: ReactNode;
}) {
  return (
    <>
      <PageHeader title={title} />
      <Card>
        <EmptyState
          icon={<Icon name={icon} />}
          title={icon === "alert" ? "That did not work" : "There is nothing here"}
          text={text}
          action={
            action ?? (
              <ButtonLink to="/" variant="primary">
                Go to the start
              </ButtonLink>
            )
          }
        />
      </Card>
    </>
  );
}

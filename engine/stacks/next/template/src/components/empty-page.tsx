import type { ReactNode } from "react";
import { say } from "../shared/say.ts";
import { Icon } from "./icon.tsx";
import { words } from "./page-words.ts";
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
          title={icon === "alert" ? say.thatFailed : say.nothingHere}
          text={text}
          action={
            action ?? (
              <ButtonLink to="/" variant="primary">
                {words.toStart}
              </ButtonLink>
            )
          }
        />
      </Card>
    </>
  );
}

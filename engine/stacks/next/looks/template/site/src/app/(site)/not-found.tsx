import { SiteMessage } from "../../components/site/site-message.tsx";
import { ButtonLink } from "../../components/ui/button.tsx";
import { say } from "../../shared/say.ts";
import { words } from "../../components/site/words.ts";

export default function NotFound() {
  return (
    <SiteMessage
      title={say.notFound}
      text={words.mistyped}
      action={
        <ButtonLink to="/" variant="primary">
          {words.toFront}
        </ButtonLink>
      }
    />
  );
}

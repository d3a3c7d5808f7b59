import { SiteMessage } from "../../components/site/site-message.tsx";
import { ButtonLink } from "../../components/ui/button.tsx";

export default function NotFound() {
  return (
    <SiteMessage
      title="Page not found"
      text="The address may be mistyped, or what was here has been taken down."
      action={
        <ButtonLink to="/" variant="primary">
          Go to the front page
        </ButtonLink>
      }
    />
  );
}

import { RequestError } from "../api.ts";
import { isConnected } from "../connection.ts";
import { ButtonLink } from "../components/ui/button.tsx";
import { pageWidth } from "./section.tsx";
import { Seo } from "./seo.tsx";
import { useRouteError } from "../routing/pages.tsx";
import { say } from "../../shared/say.ts";
import { words } from "./words.ts";

function Message({ title, text }: { title: string; text: string }) {
  return (
    <div className={`${pageWidth} py-24 text-center`}>
      <Seo title={title} description={text} />
      <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">{title}</h1>
      <p className="mx-auto mt-3 max-w-md text-pretty text-subtle">{text}</p>
      <ButtonLink to="/" variant="primary" className="mt-8">
        {words.toFront}
      </ButtonLink>
    </div>
  );
}

export function MissingPage() {
  return <Message title={say.notFound} text={words.mistyped} />;
}

export function SiteErrorPage() {
  const error = useRouteError();
  if (error instanceof RequestError && error.status === 404) return <MissingPage />;
  const text = error instanceof RequestError ? error.message : isConnected() ? say.reloadHelps : say.offlinePage;
  return <Message title={say.wentWrong} text={text} />;
}

import RotateCcw from "lucide-react/icons/rotate-ccw";
import { Link, isRouteErrorResponse, useRevalidator, useRouteError } from "react-router";
import { ApiError, describeError } from "../lib/api-error.ts";
import { Button } from "./ui/button.tsx";
import { Mark } from "./mark.tsx";

/** What a route shows when its loader or its component throws. */
export function RouteErrorScreen() {
  const error = useRouteError();
  const revalidator = useRevalidator();
  if (isMissing(error)) return <NotFoundScreen />;
  const { title, detail, requestId } = describeError(error);
  return (
    <Screen
      code={error instanceof ApiError && error.status > 0 ? String(error.status) : "Error"}
      title={title}
      requestId={requestId}
    >
      <p>{detail}</p>
      <div className="mt-6 flex flex-wrap gap-2">
        <Button
          look="primary"
          busy={revalidator.state === "loading"}
          onClick={() => (isStaleBuild(error) ? location.reload() : void revalidator.revalidate())}
        >
          <RotateCcw /> Try again
        </Button>
        <Button asChild>
          <Link to="/projects">Go to your projects</Link>
        </Button>
      </div>
    </Screen>
  );
}

export function NotFoundScreen() {
  return (
    <Screen code="404" title="There is nothing at this address">
      <p>It may have been deleted, or it belongs to an account you are not signed in to.</p>
      <div className="mt-6 flex flex-wrap gap-2">
        <Button asChild look="primary">
          <Link to="/projects">Go to your projects</Link>
        </Button>
        <Button asChild>
          <Link to="/projects/new">Start a new one</Link>
        </Button>
      </div>
    </Screen>
  );
}

function Screen(props: { code: string; title: string; requestId?: string | null; children: React.ReactNode }) {
  return (
    <main id="main" className="drafting grid flex-1 place-items-center px-5 py-16">
      <title>{`${props.title} · NexusGen`}</title>
      <div className="w-full max-w-lg rounded-xl border border-line bg-surface p-8 shadow-raise">
        <Mark className="size-8" />
        <p className="eyebrow mt-6 font-mono">{props.code}</p>
        <h1 className="display mt-1 text-2xl">{props.title}</h1>
        <div className="mt-3 text-muted">{props.children}</div>
        {props.requestId != null && <p className="mt-6 font-mono text-xs text-muted">Request {props.requestId}</p>}
      </div>
    </main>
  );
}

function isMissing(error: unknown): boolean {
  return (error instanceof ApiError && error.status === 404) || (isRouteErrorResponse(error) && error.status === 404);
}

/** After a deploy the chunks of the old build are gone; only a reload helps. */
function isStaleBuild(error: unknown): boolean {
  return error instanceof TypeError && /import|module/i.test(error.message);
}

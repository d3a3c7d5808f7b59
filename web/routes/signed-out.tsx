import { type LoaderFunctionArgs, Outlet, redirect } from "react-router";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { Wordmark } from "../components/mark.tsx";
import { stops } from "../home/stops.ts";
import { safeNext } from "../lib/safe-next.ts";
import { restoreSession } from "../session/session.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  // Signing in needs no working refresh: a server that is away shows itself when the form is sent.
  const user = await restoreSession().catch(() => null);
  if (user !== null) throw redirect(safeNext(new URL(request.url).searchParams));
  return null;
}

export function Component() {
  return (
    <div className="grid flex-1 wide:grid-cols-[minmax(26rem,2fr)_3fr]">
      <main id="main" className="flex flex-col bg-surface px-6 py-8 md:px-12">
        <Wordmark />
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-10">
          <Outlet />
        </div>
      </main>
      <aside
        className="drafting hidden place-items-center border-l border-line px-12 wide:grid"
        aria-label="How it works"
      >
        <Route />
      </aside>
    </div>
  );
}

export const ErrorBoundary = RouteErrorScreen;

function Route() {
  return (
    <ol className="relative flex max-w-md flex-col gap-9">
      <span aria-hidden="true" className="absolute top-2.5 bottom-12 left-[9px] w-[2.5px] rounded-full bg-accent" />
      {stops.map((stop, index) => (
        <li key={stop.name} className="relative flex gap-5">
          <span
            aria-hidden="true"
            className={
              index === stops.length - 1
                ? "mt-1 size-5 shrink-0 rounded-full bg-waiting ring-4 ring-canvas"
                : "mt-1 size-5 shrink-0 rounded-full border-[2.5px] border-accent bg-canvas"
            }
          />
          <div>
            <p className="display text-xl">{stop.name}</p>
            <p className="mt-0.5 text-muted">{stop.words}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

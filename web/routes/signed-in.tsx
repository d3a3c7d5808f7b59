import { useEffect } from "react";
import { type LoaderFunctionArgs, Outlet, redirect, useLocation, useNavigate } from "react-router";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { queryClient } from "../lib/query-client.ts";
import { restoreSession, useSession } from "../session/session.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  if ((await restoreSession()) !== null) return null;
  const { pathname, search } = new URL(request.url);
  const wanted = pathname === "/projects" ? "" : `?next=${encodeURIComponent(pathname + search)}`;
  throw redirect(`/login${wanted}`);
}

export function Component() {
  const signedIn = useSession((state) => state.user !== null);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  // The session can end under an open page: a revoked family, a sign-out in any tab. What one user saw must not stay
  // for the next; the cache is emptied after the page has gone, or it would ask for everything again.
  useEffect(() => {
    if (signedIn) return;
    const next = useSession.getState().left ? "" : `?next=${encodeURIComponent(pathname)}`;
    void Promise.resolve(navigate(`/login${next}`, { replace: true })).then(() => queryClient.clear());
  }, [signedIn, navigate, pathname]);
  return <Outlet />;
}

export const ErrorBoundary = RouteErrorScreen;

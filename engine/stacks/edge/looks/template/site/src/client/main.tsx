import { renderApp } from "./render-app.tsx";
import type { AppRouter } from "./routing/router.ts";

/** Visitors load the site alone; whoever works on it loads the management area. */
async function openRouter(): Promise<AppRouter> {
  if (/^\/manage(\/|$)/.test(location.pathname)) return (await import("./router.tsx")).router;
  const [{ openSite }] = await Promise.all([
    import("./site/router.tsx"),
    // The front page comes beside its router, not after it.
    location.pathname === "/" && import("./site/landing.tsx"),
  ]);
  return openSite();
}

// Not awaited at the top level: what is imported above needs modules that are delivered with this one.
void openRouter().then(renderApp);

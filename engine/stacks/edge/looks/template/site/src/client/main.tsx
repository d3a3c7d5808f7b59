import { renderApp } from "./render-app.tsx";
import { openSite } from "./site/router.tsx";

// Visitors load the site alone, without a detour; whoever works on it loads the management area.
const router = /^\/manage(\/|$)/.test(location.pathname) ? (await import("./router.tsx")).router : openSite();

void renderApp(router);

import { renderApp } from "./render-app.tsx";

// Visitors load the site alone; whoever works on it loads the management area.
const { router } = /^\/manage(\/|$)/.test(location.pathname)
  ? await import("./router.tsx")
  : await import("./site/router.tsx");

void renderApp(router);

import "./styles/app.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { startTransition, StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { isWebAddress } from "#protocol/web-addresses.ts";
import { takeAnswers } from "./lib/drawn-answers.ts";
import { queryClient } from "./lib/query-client.ts";
import { watchTheme } from "./lib/theme.ts";
import { router } from "./router.tsx";
import { restoreSession, useSession } from "./session/session.ts";

const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no #root.");
watchTheme();
takeAnswers(document, queryClient);
// While the page's own code is on its way, which asks for it too, and tells of a failure.
if (isWebAddress(location.pathname) || container.dataset["personal"] !== undefined)
  void restoreSession().catch(() => undefined);
const app = (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>
);
const drawnPath = container.querySelector("#main") === null ? null : location.pathname;

// A page that the build has drawn stays until its own code is here, and is taken over as it stands. The shell has nothing
// to keep, and whoever is led elsewhere, or sees something else at the same place, none of it.
const draw = (): void => {
  container.dataset["drawn"] = "";
  const { location: shown, errors } = router.state;
  const isTheirs = useSession.getState().user !== null || shown.search !== "";
  const isAsDrawn = shown.pathname === drawnPath && !(isTheirs && container.dataset["personal"] !== undefined);
  // In pieces, so that the page answers meanwhile.
  startTransition(() => {
    if (isAsDrawn && errors === null) hydrateRoot(container, app);
    else createRoot(container).render(app);
  });
};

if (drawnPath === null || router.state.initialized) draw();
else {
  const stop = router.subscribe(({ initialized }) => {
    if (!initialized) return;
    stop();
    draw();
  });
}

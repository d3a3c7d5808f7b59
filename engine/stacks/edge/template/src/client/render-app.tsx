import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { PageSkeleton } from "./components/ui/skeleton.tsx";
import { isConnected, onConnection, watchConnection } from "./connection.ts";
import { chooseLanguage } from "./language.ts";
import { AppPages } from "./routing/pages.tsx";
import type { AppRouter } from "./routing/router.ts";
import { rememberScroll } from "./routing/scroll.ts";
import "./styles.css";

export async function renderApp(router: AppRouter): Promise<void> {
  const root = document.querySelector("#root");
  if (!root) throw new Error("index.html has no element with the id root.");
  rememberScroll(router.read);
  watchConnection();
  // What could not be loaded meanwhile is loaded now.
  onConnection(() => {
    if (isConnected()) void router.revalidate();
  });
  await chooseLanguage();
  createRoot(root).render(
    <StrictMode>
      <AppPages router={router} waiting={<PageSkeleton />} />
    </StrictMode>,
  );
}

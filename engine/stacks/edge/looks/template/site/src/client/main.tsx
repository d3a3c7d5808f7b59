import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import "./styles.css";

const root = document.querySelector("#root");
if (!root) throw new Error("index.html has no element with the id root.");

// Visitors load the site alone; whoever works on it loads the management area.
const { router } = /^\/manage(\/|$)/.test(location.pathname)
  ? await import("./router.tsx")
  : await import("./site/router.tsx");

createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);

import { renderApp } from "./render-app.tsx";
import { router } from "./router.tsx";

void renderApp(router);

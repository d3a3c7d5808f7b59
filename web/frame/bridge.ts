// Runs first in every page of an app inside the project page's frame: tells where the app is, and does what the project
// page asks for. Tools are heavy and come when they are wanted. Built as a script of its own (web/vite.config.ts); the
// gate serves it from the app's origin.
import type { FromFrame, ToFrame } from "#protocol/preview-frame.ts";
import type { FrameTools } from "./tools.ts";

const mark = "nexusgen-frame";
const script = document.currentScript as HTMLScriptElement | null;
const platform = script?.dataset["platform"];
if (platform !== undefined && parent !== window) start(platform, script?.src ?? location.href);

function start(platform: string, own: string): void {
  const tell = (message: FromFrame): void => parent.postMessage({ [mark]: 1, ...message }, platform);
  let told = "";
  const tellPlace = (): void => {
    const path = (location.pathname + location.search + location.hash).slice(0, 1_000);
    const title = document.title.slice(0, 300);
    if (told !== (told = `${path} ${title}`)) tell({ type: "place", path, title });
  };
  // Pages that change their address by themselves set the title a moment later.
  const soon = (): void => {
    tellPlace();
    setTimeout(tellPlace, 300);
  };
  for (const name of ["pushState", "replaceState"] as const) {
    const change = history[name].bind(history);
    history[name] = (...parts) => {
      change(...parts);
      soon();
    };
  }
  addEventListener("popstate", soon);
  addEventListener("hashchange", soon);
  addEventListener("load", soon);
  addEventListener("pageshow", () => {
    told = "";
    soon();
  });

  let tools: Promise<FrameTools> | null = null;
  const load = (): Promise<FrameTools> => {
    tools ??= addScript(new URL("tools.js", own).href).then(() => {
      const { nexusgenTools } = window as unknown as {
        nexusgenTools: (tell: (message: FromFrame) => void, base: string) => FrameTools;
      };
      return nexusgenTools(tell, own);
    });
    tools.catch(() => (tools = null));
    return tools;
  };
  const use = (what: "pick" | "audit", work: (tools: FrameTools) => void | Promise<void>): void => {
    load()
      .then(work)
      .catch((error: unknown) => {
        tell({ type: "failed", what, message: (error instanceof Error ? error.message : String(error)).slice(0, 500) });
      });
  };
  addEventListener("message", ({ data, origin, source }: MessageEvent<(ToFrame & { [mark]?: number }) | null>) => {
    if (source !== parent || origin !== platform || data?.[mark] !== 1) return;
    switch (data.do) {
      case "go":
        // A whole load is right for every router, and `replace` leaves the platform's own history alone.
        if (data.path.startsWith("/") && !data.path.startsWith("//"))
          location.replace(new URL(data.path, location.origin));
        break;
      case "tool":
        if (data.tool !== null || tools !== null) use("pick", (found) => found.choose(data.tool));
        break;
      case "pick":
        use("pick", (found) => found.pickAt(data.selector));
        break;
      case "walk":
        use("pick", (found) => found.walk(data.to));
        break;
      case "audit":
        use("audit", (found) => found.audit());
        break;
      case "highlight":
        if (data.selector !== null || tools !== null) use("audit", (found) => found.highlight(data.selector));
        break;
      default:
    }
  });
  tellPlace();
}

function addScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = src;
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => reject(new Error("The app's page does not allow this tool to run.")));
    document.head.append(element);
  });
}

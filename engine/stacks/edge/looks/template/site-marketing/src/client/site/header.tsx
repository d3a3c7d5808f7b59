import { appName } from "../../shared/app.ts";
import { Link } from "../routing/links.tsx";
import { Tools } from "../shell/tools.tsx";
import { pageWidth } from "./section.tsx";
import { NarrowMenu, SiteMenu } from "./site-menu.tsx";

export function SiteHeader() {
  return (
    <header className="sticky top-0 z-20 border-b bg-surface">
      <div className={`${pageWidth} flex min-h-16 items-center gap-4`}>
        <Link to="/" className="mr-auto flex min-w-0 items-center gap-2.5 rounded text-lg font-semibold tracking-tight">
          <img src="/favicon.svg" alt="" className="size-8" />
          <span className="truncate">{appName}</span>
        </Link>
        <SiteMenu linkLook="text-subtle hover:text-text" currentLook="bg-accent-soft text-accent" />
        <Tools />
        <NarrowMenu buttonLook="hover:bg-muted" />
      </div>
    </header>
  );
}

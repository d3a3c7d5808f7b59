import { appName } from "../../shared/app.ts";
import { Link } from "../routing/links.tsx";
import { Tools } from "../shell/tools.tsx";
import { pageWidth } from "./section.tsx";
import { NarrowMenu, SiteMenu } from "./site-menu.tsx";

/** A masthead: the name in the middle, the sections on a ruled line below it. */
export function SiteHeader() {
  return (
    <header className={`${pageWidth} relative`}>
      <div className="grid min-h-20 grid-cols-[1fr_auto_1fr] items-center gap-3 lg:min-h-28">
        <NarrowMenu buttonLook="hover:bg-muted" />
        <Link
          to="/"
          className="heading col-start-2 rounded text-center text-3xl font-semibold tracking-tight text-balance break-words sm:text-5xl"
        >
          {appName}
        </Link>
        <div className="justify-self-end">
          <Tools />
        </div>
      </div>
      <div className="border-y-2 border-text lg:py-1">
        <SiteMenu
          className="*:justify-center"
          linkLook="text-text hover:underline"
          currentLook="text-accent underline underline-offset-8"
        />
      </div>
    </header>
  );
}

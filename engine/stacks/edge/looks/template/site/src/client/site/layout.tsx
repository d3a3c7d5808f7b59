import { appName } from "../../shared/app.ts";
import { site } from "../../shared/site.ts";
import { Link } from "../routing/links.tsx";
import { Frame, Main } from "../shell/frame.tsx";
import { SiteHeader } from "./header.tsx";
import { Reach } from "./reach.tsx";
import { siteLinks } from "./site-links.ts";
import { pageWidth } from "./section.tsx";
import { words } from "./words.ts";

function Footer() {
  return (
    <footer className="mt-auto border-t bg-surface">
      <div className={`${pageWidth} flex flex-wrap justify-between gap-8 py-10 text-sm`}>
        <div className="max-w-sm">
          <p className="font-semibold">{appName}</p>
          <p className="mt-2 text-pretty text-subtle">{site.lead}</p>
          <Reach className="mt-4" />
        </div>
        <nav aria-label={words.footer}>
          <ul className="grid grid-cols-2 gap-x-10 gap-y-2">
            {siteLinks.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} className="rounded hover:underline">
                  {label()}
                </Link>
              </li>
            ))}
            <li>
              {/* The management area is a program of its own, so that visitors do not load it. */}
              <a href="/manage" className="rounded hover:underline">
                {words.manage}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}

export function SiteLayout() {
  return (
    <Frame className="flex flex-col">
      <SiteHeader />
      <Main />
      <Footer />
    </Frame>
  );
}

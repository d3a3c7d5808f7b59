import { useLocation, useNavigate } from "react-router";
import { appName } from "../../shared/app.ts";
import { modelOf } from "../../shared/lookup.ts";
import { site } from "../../shared/site.ts";
import { Icon } from "../components/icon.tsx";
import { Tools } from "../shell/tools.tsx";
import { pageWidth } from "./section.tsx";
import { NarrowMenu, SiteMenu } from "./site-menu.tsx";
import { say } from "../../shared/say.ts";
import { Link, useSearchParams } from "../routing/links.tsx";
import { words } from "./words.ts";

export function SiteHeader() {
  const first = site.collections[0];
  const model = first && modelOf(first.model);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [query] = useSearchParams();
  const asked = model && pathname === `/${model.slug}` ? (query.get("q") ?? "") : "";
  return (
    <header className="relative">
      <div className="bg-primary text-on-primary">
        <div className={`${pageWidth} flex flex-wrap items-center gap-x-5 gap-y-3 py-3.5`}>
          <Link to="/" className="mr-auto min-w-0 truncate rounded text-xl font-bold tracking-tight outline-on-primary">
            {appName}
          </Link>
          {model && (
            <form
              role="search"
              aria-label={words.wholeSite}
              onSubmit={(event) => {
                event.preventDefault();
                const q = String(new FormData(event.currentTarget).get("q") ?? "").trim();
                void navigate(`/${model.slug}?${new URLSearchParams({ q })}`);
              }}
              className="order-last flex w-full rounded-full bg-surface text-text lg:order-none lg:w-md"
            >
              <input
                key={asked}
                type="search"
                name="q"
                defaultValue={asked}
                aria-label={words.searchSite}
                placeholder={say.search(model)}
                className="h-11 min-w-0 flex-1 rounded-full bg-transparent px-5 placeholder:text-subtle"
              />
              <button type="submit" aria-label={words.search} className="grid size-11 place-items-center rounded-full">
                <Icon name="search" />
              </button>
            </form>
          )}
          <Tools isOnColour />
          <NarrowMenu buttonLook="outline-on-primary" />
        </div>
      </div>
      <div className="border-b bg-surface">
        <div className={pageWidth}>
          <SiteMenu className="py-1.5" linkLook="hover:bg-muted" currentLook="bg-accent-soft text-accent" />
        </div>
      </div>
    </header>
  );
}

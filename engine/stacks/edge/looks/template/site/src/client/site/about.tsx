import { appName } from "../../shared/app.ts";
import { site } from "../../shared/site.ts";
import { Icon } from "../components/icon.tsx";
import { Cover } from "../components/cover.tsx";
import { pageWidth } from "./section.tsx";
import { Seo } from "./seo.tsx";
import { words } from "./words.ts";

export function AboutPage() {
  return (
    <div className={`${pageWidth} py-12`}>
      <Seo title={site.aboutTitle || words.about} description={site.about[0] ?? site.lead} />
      <div className="grid items-center gap-10 lg:grid-cols-2">
        <div>
          <h1 className="text-3xl font-semibold tracking-tight break-words sm:text-4xl">
            {site.aboutTitle || words.aboutName(appName)}
          </h1>
          <div className="mt-5 space-y-4 text-lg text-pretty text-subtle">
            {site.about.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </div>
        <Cover
          seed={`about ${appName}`}
          {...(site.features[0] && { icon: site.features[0].icon })}
          className="aspect-[5/2] rounded-xl lg:aspect-[4/3]"
        />
      </div>
      <div className="mt-14 grid gap-8 sm:grid-cols-2">
        {site.aboutSections.map(({ title, text }) => (
          <section key={title}>
            <h2 className="text-xl font-semibold">{title}</h2>
            <p className="mt-2 text-pretty text-subtle">{text}</p>
          </section>
        ))}
      </div>
      <ul className="mt-14 grid gap-6 sm:grid-cols-3">
        {site.features.map(({ icon, title, text }) => (
          <li key={title} className="rounded-xl border bg-surface p-6">
            <Icon name={icon} className="size-6 text-accent" />
            <h2 className="mt-3 font-semibold">{title}</h2>
            <p className="mt-1 text-sm text-pretty text-subtle">{text}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

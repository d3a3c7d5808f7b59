import { Link } from "react-router";
import { Button } from "../components/ui/button.tsx";
import { classNames } from "../lib/class-names.ts";
import { features } from "../public-pages/features.ts";
import { PublicFrame } from "../public-pages/public-frame.tsx";
import { PageHead, Section } from "../public-pages/section.tsx";

export function Component() {
  return (
    <PublicFrame page="features">
      <PageHead title="Everything between a sentence and an app in use.">
        It plans, writes, builds, tests, repairs and runs, and shows you each step of it.
      </PageHead>
      {features.map(({ id, title, intro, items }, index) => (
        <Section key={id} id={id} title={title} intro={intro} tinted={index % 2 === 1}>
          <dl
            className={classNames(
              "grid gap-x-10 gap-y-8 sm:grid-cols-2",
              items.length % 3 === 0 ? "wide:grid-cols-3" : items.length % 4 === 0 && "wide:grid-cols-4",
            )}
          >
            {items.map(([name, words]) => (
              <div key={name} className="border-t-2 border-accent-line pt-4">
                <dt className="font-[600]">{name}</dt>
                <dd className="mt-1 max-w-prose text-muted">{words}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
      <div className="px-4 pb-20 md:px-6">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-5 rounded-xl border border-line bg-surface p-6 md:p-8">
          <p className="display text-2xl">See it with an app of your own.</p>
          <Button asChild look="primary" size="lg">
            <Link to="/register">Start building</Link>
          </Button>
        </div>
      </div>
    </PublicFrame>
  );
}

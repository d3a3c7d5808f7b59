import { about, appName } from "../../shared/app.ts";
import { models } from "../../shared/models.ts";
import { say } from "../../shared/say.ts";
import { Card } from "../components/ui/card.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";
import { Link } from "../routing/links.tsx";

function Points({ title, intro, items }: { title: string; intro: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <Card title={title}>
      <div className="px-5 py-4 text-sm">
        <p className="text-subtle">{intro}</p>
        <ul className="mt-3 list-disc space-y-1.5 pl-5">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

/** What the app takes for granted, told openly to whoever uses it. */
export function AboutPage() {
  return (
    <>
      <PageHeader title={say.aboutThisApp} description={about.summary} />
      <div className="gap-5 *:mb-5 *:break-inside-avoid md:columns-2">
        <Card title={say.whatItHolds}>
          <dl className="divide-y text-sm">
            {models.map((model) => (
              <div key={model.key} className="px-5 py-3">
                <dt>
                  <Link to={`/${model.slug}`} className="rounded font-medium text-accent hover:underline">
                    {model.pluralLabel}
                  </Link>
                </dt>
                <dd className="mt-0.5 text-subtle">{model.description || say.fieldCount(model.fields.length)}</dd>
              </div>
            ))}
          </dl>
        </Card>
        {about.audience && (
          <Card title={say.whoFor}>
            <p className="px-5 py-4 text-sm">{about.audience}</p>
          </Card>
        )}
        <Points title={say.assumptions} intro={say.assumptionsHint} items={about.assumptions} />
        <Points title={say.openQuestions} intro={say.openQuestionsHint} items={about.openQuestions} />
        <Points title={say.outOfScope} intro={say.outOfScopeHint(appName)} items={about.outOfScope} />
        <Points title={say.risks} intro={say.risksHint} items={about.risks} />
        <Points title={say.changed} intro={say.changedHint} items={about.notes} />
        <Points title={say.goodToKnow} intro={say.goodToKnowHint} items={about.limits} />
      </div>
    </>
  );
}

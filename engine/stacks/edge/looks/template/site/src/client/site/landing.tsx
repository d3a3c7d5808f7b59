import { Link } from "react-router";
import { appName } from "../../shared/app.ts";
import { publishedQuery } from "../../shared/published.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord } from "../../shared/model.ts";
import { site } from "../../shared/site.ts";
import { api } from "../api.ts";
import { Icon } from "../components/icon.tsx";
import { ButtonLink } from "../components/ui/button.tsx";
import { Carousel } from "./carousel.tsx";
import { Hero } from "./hero.tsx";
import { Questions } from "./questions.tsx";
import { RecordGrid } from "./record-card.tsx";
import { recordParts } from "./record-parts.ts";
import { Section } from "./section.tsx";
import { Seo } from "./seo.tsx";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";
import { words } from "./words.ts";

interface Loaded {
  latest: ApiRecord[][];
  quotes: ApiRecord[];
}

function Features() {
  return (
    <Section title={words.why(appName)} tinted>
      <ul className="grid gap-8 sm:grid-cols-3">
        {site.features.map(({ icon, title, text }) => (
          <li key={title}>
            <span className="grid size-11 place-items-center rounded-lg bg-primary text-on-primary">
              <Icon name={icon} />
            </span>
            <h3 className="mt-4 text-lg font-semibold">{title}</h3>
            <p className="mt-1.5 text-pretty text-subtle">{text}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Quotes({ records }: { records: ApiRecord[] }) {
  const model = modelOf(site.quotes);
  const slides = records.flatMap((record) => {
    const { text } = recordParts(model, record);
    if (!text) return [];
    const content = (
      <figure className="mx-auto max-w-3xl text-center">
        <blockquote className="text-xl leading-relaxed text-balance sm:text-2xl">“{text}”</blockquote>
        <figcaption className="mt-4 text-sm text-subtle">{record._label}</figcaption>
      </figure>
    );
    return [{ id: record.id, content }];
  });
  if (slides.length === 0) return null;
  return (
    <Section title={words.peopleSay}>
      <Carousel label={words.quotes} slides={slides} />
    </Section>
  );
}

function Collections({ latest, from }: { latest: ApiRecord[][]; from: number }) {
  return site.collections.map(({ model: key, kind }, at) => {
    const model = modelOf(key);
    const records = latest[at] ?? [];
    if (at < from || records.length === 0) return null;
    return (
      <Section
        key={key}
        title={model.pluralLabel}
        action={
          <Link to={`/${model.slug}`} className="rounded font-medium text-accent hover:underline">
            {words.all(model)}
          </Link>
        }
      >
        <RecordGrid
          model={model}
          kind={kind}
          records={records.slice(0, kind === "product" || kind === "person" ? (at === 0 ? 8 : 4) : at === 0 ? 6 : 3)}
        />
      </Section>
    );
  });
}

export function LandingView({ latest, quotes }: Loaded) {
  return (
    <>
      <Seo title={appName} description={site.lead} />
      <Hero records={latest[0] ?? []} />
      <Collections latest={latest.slice(0, 1)} from={0} />
      <Features />
      <Collections latest={latest} from={1} />
      {quotes.length > 0 && <Quotes records={quotes} />}
      {site.questions.length > 0 && (
        <Section title={words.questionsAsked} tinted>
          <Questions />
        </Section>
      )}
      {site.contact !== "" && (
        <Section title={words.getInTouch}>
          <div className="flex flex-wrap items-center justify-between gap-6">
            <p className="max-w-xl text-lg text-pretty text-subtle">{words.contactInvitation}</p>
            <ButtonLink to="/contact" variant="primary">
              {words.contactUs}
            </ButtonLink>
          </div>
        </Section>
      )}
    </>
  );
}

// For the router.
const LandingPage = () => <LandingView {...useLoaderData<Loaded>()} />;

const newest = async (key: string, signal: AbortSignal): Promise<ApiRecord[]> =>
  (await api.list(modelOf(key), publishedQuery(modelOf(key), new URLSearchParams({ pageSize: "8" })), signal)).items;

export const landingRoute = {
  loader: async ({ request: { signal } }: LoaderArgs): Promise<Loaded> => {
    const [latest, quotes] = await Promise.all([
      Promise.all(site.collections.map(({ model }) => newest(model, signal))),
      site.quotes === "" ? [] : newest(site.quotes, signal),
    ]);
    return { latest, quotes };
  },
  Component: LandingPage,
};

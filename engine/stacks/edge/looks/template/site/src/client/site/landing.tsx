import { appName } from "../../shared/app.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord } from "../../shared/model.ts";
import { publishedQuery } from "../../shared/published.ts";
import { site } from "../../shared/site.ts";
import type { PublicKind } from "../../shared/site-meta.ts";
import { api } from "../api.ts";
import { Link } from "../routing/links.tsx";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";
import { Hero, shownInHero } from "./hero.tsx";
import { Features, Invitation, QuestionsSection, Quotes } from "./landing-sections.tsx";
import { RecordGrid } from "./record-grid.tsx";
import { Section } from "./section.tsx";
import { Seo } from "./seo.tsx";
import { words } from "./words.ts";

interface Loaded {
  latest: ApiRecord[][];
  quotes: ApiRecord[];
}

/** How many stand on the front page: of the first collection and of the others. */
const places: Readonly<Record<PublicKind, readonly [number, number]>> = {
  product: [8, 4],
  person: [8, 4],
  plan: [4, 4],
  // A week of opening hours is whole.
  entry: [9, 9],
  article: [6, 3],
  event: [6, 3],
  work: [6, 3],
};

function Collections({ latest, from }: { latest: ApiRecord[][]; from: number }) {
  return site.collections.map(({ model: key, kind }, at) => {
    const model = modelOf(key);
    const records = (latest[at] ?? []).slice(at === 0 ? shownInHero : 0);
    if (at < from || records.length === 0) return null;
    // One or two that the front page's head left over look lost.
    if (at === 0 && shownInHero > 0 && records.length < 3) return null;
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
        <RecordGrid model={model} kind={kind} records={records.slice(0, places[kind][at === 0 ? 0 : 1])} />
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
      {site.questions.length > 0 && <QuestionsSection />}
      {site.contact !== "" && <Invitation />}
    </>
  );
}

// For the router.
const LandingPage = () => <LandingView {...useLoaderData<Loaded>()} />;

const newest = async (key: string, signal: AbortSignal): Promise<ApiRecord[]> =>
  (await api.list(modelOf(key), publishedQuery(modelOf(key), new URLSearchParams({ pageSize: "12" })), signal)).items;

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

// The parts of the front page that hold no records.
import { appName } from "../../shared/app.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord } from "../../shared/model.ts";
import { site } from "../../shared/site.ts";
import { Icon } from "../components/icon.tsx";
import { Link } from "../link.tsx";
import { Carousel } from "./carousel.tsx";
import { Questions } from "./questions.tsx";
import { recordParts } from "./record-parts.ts";
import { pageWidth, Section } from "./section.tsx";
import { words } from "./words.ts";

export function Features() {
  return (
    <Section title={words.why(appName)} tinted>
      <ul className="grid gap-8 sm:grid-cols-3">
        {site.features.map(({ icon, title, text }) => (
          <li key={title}>
            <span className="grid size-12 place-items-center rounded-lg bg-primary text-on-primary">
              <Icon name={icon} className="size-6" />
            </span>
            <h3 className="mt-5 text-lg font-semibold">{title}</h3>
            <p className="mt-1.5 text-pretty text-subtle">{text}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Quotes({ records }: { records: readonly ApiRecord[] }) {
  const model = modelOf(site.quotes);
  const slides = records.flatMap((record) => {
    const { text, writer, related } = recordParts(model, record);
    if (!text) return [];
    const content = (
      <figure className="mx-auto max-w-3xl text-center">
        <blockquote className="heading text-2xl leading-snug text-balance sm:text-3xl">“{text}”</blockquote>
        <figcaption className="mt-5 text-sm text-subtle">{writer || related || record._label}</figcaption>
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

export function QuestionsSection() {
  return (
    <section aria-labelledby="questions" className="border-y bg-muted">
      <div className={`${pageWidth} grid gap-8 py-12 sm:py-20 lg:grid-cols-[1fr_2fr]`}>
        <h2 id="questions" className="text-2xl font-semibold tracking-tight text-balance sm:text-3xl">
          {words.questionsAsked}
        </h2>
        <Questions />
      </div>
    </section>
  );
}

/** The last word of the page, in the app's colour. */
export function Invitation() {
  return (
    <section aria-labelledby="invitation" className={`${pageWidth} py-12 sm:py-20`}>
      <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-6 rounded-xl bg-primary px-6 py-10 text-on-primary sm:px-12 sm:py-14">
        <div className="max-w-xl">
          <h2 id="invitation" className="text-2xl font-semibold tracking-tight sm:text-3xl">
            {words.getInTouch}
          </h2>
          <p className="mt-3 text-lg text-pretty">{words.contactInvitation}</p>
        </div>
        <Link
          to="/contact"
          className="rounded-lg bg-surface px-6 py-3.5 font-medium text-text shadow-xs outline-on-primary hover:bg-muted"
        >
          {words.contactUs}
        </Link>
      </div>
    </section>
  );
}

import { lazy, Suspense } from "react";
import { appName } from "../../shared/app.ts";
import { formatValue } from "../../shared/format.ts";
import { isInternal, publishedQuery } from "../../shared/published.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ApiRecord, ModelMeta } from "../../shared/model.ts";
import { site } from "../../shared/site.ts";
import type { PublicModel } from "../../shared/site-meta.ts";
import { api } from "../api.ts";
import { RecordActions, RecordPanels } from "../capabilities/record-panels.tsx";
import { classNames } from "../class-names.ts";
import { Icon } from "../components/icon.tsx";
import { Markdown } from "../components/markdown.tsx";
import { Link } from "../routing/links.tsx";
import { Picture } from "../components/cover.tsx";
import { quotesOf } from "./quotes-of.ts";
import { RecordGrid } from "./record-grid.tsx";
import { recordParts } from "./record-parts.ts";
import { pageWidth, Section } from "./section.tsx";
import { Seo } from "./seo.tsx";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";
import { words } from "./words.ts";

// Few kinds of things are written about.
const Opinions = lazy(async () => ({ default: (await import("./opinions.tsx")).Opinions }));

interface Loaded {
  record: ApiRecord;
  others: ApiRecord[];
  /** What people say of it. */
  quotes: ApiRecord[];
}

const notListed = new Set(["longText", "richText", "image", "json", "file", "boolean", "money"]);

/** Short values as a list; a reference leads to its page when visitors may see it. */
function Facts({ model, record }: { model: ModelMeta; record: ApiRecord }) {
  const facts = model.fields.filter(
    (field) =>
      !notListed.has(field.type) &&
      !isInternal(field) &&
      field.key !== "slug" &&
      !model.titleFields.includes(field.key) &&
      (record[field.key] ?? "") !== "",
  );
  if (facts.length === 0) return null;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 border-t pt-6 text-sm">
      {facts.map((field) => {
        const target = record._refs[field.key];
        const isPublic = site.collections.some((entry) => entry.model === field.reference?.model);
        return (
          <div key={field.key} className="min-w-0">
            <dt className="text-subtle">{field.label}</dt>
            <dd className="mt-0.5 font-medium break-words">
              {target && field.reference && isPublic ? (
                <Link
                  to={`/${modelOf(field.reference.model).slug}/${target.id}`}
                  className="rounded text-accent hover:underline"
                >
                  {target.label}
                </Link>
              ) : (
                (target?.label ?? formatValue(field, record[field.key]))
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

export function RecordView({ entry, record, others, quotes }: Loaded & { entry: PublicModel }) {
  const model = modelOf(entry.model);
  const parts = recordParts(model, record);
  const isText = entry.kind === "article";
  // A weekday or a subject is no picture's matter.
  const isPlain = entry.kind === "entry" && !parts.picture;
  const texts = model.fields.filter(
    ({ key, type }) => (type === "longText" || type === "richText") && (record[key] ?? "") !== "",
  );
  return (
    <>
      <Seo title={record._label} description={parts.text ?? words.at(record._label, appName)} />
      <article className={classNames(pageWidth, "py-10")}>
        <Link
          to={`/${model.slug}`}
          className="inline-flex items-center gap-1 rounded text-sm text-subtle hover:text-text"
        >
          <Icon name="left" className="size-4" />
          {words.all(model)}
        </Link>
        <div className={isText || isPlain ? "mx-auto mt-6 max-w-3xl" : "mt-6 grid gap-10 lg:grid-cols-2"}>
          {!isText && !isPlain && (
            <Picture
              key={record.id}
              src={parts.picture}
              seed={record.id}
              icon={model.icon}
              className={classNames(
                "w-full rounded-xl",
                // What is drawn for want of a picture does not push the text off the screen.
                !parts.picture && "max-lg:aspect-[5/2]",
                entry.kind === "product" && parts.picture ? "aspect-square" : "aspect-[4/3]",
              )}
            />
          )}
          <div className="min-w-0 space-y-6">
            <header>
              {(parts.choice ?? parts.date) && (
                <p className="mb-2 text-sm font-medium text-accent">
                  {[parts.choice, parts.date].filter(Boolean).join(" · ")}
                </p>
              )}
              <h1 className="text-3xl leading-tight font-semibold tracking-tight text-balance break-words sm:text-4xl">
                {record._label}
              </h1>
              {parts.price && <p className="mt-3 text-2xl font-semibold tabular-nums">{parts.price}</p>}
            </header>
            <RecordActions model={model} record={record} isLarge />
            {isText && (
              <Picture
                key={record.id}
                src={parts.picture}
                seed={record.id}
                icon={model.icon}
                className="aspect-[2/1] w-full rounded-xl"
              />
            )}
            {texts.map((field) => (
              <div key={field.key} className={isText ? "text-lg leading-relaxed" : "leading-relaxed"}>
                {texts.length > 1 && field !== texts[0] && (
                  <h2 className="mb-2 text-xl font-semibold">{field.label}</h2>
                )}
                <Markdown text={String(record[field.key])} />
              </div>
            ))}
            <Facts model={model} record={record} />
          </div>
        </div>
        <div className="mt-10 space-y-5">
          {quotes.length > 0 && (
            <Suspense fallback={<div className="h-48" />}>
              <Opinions records={quotes} />
            </Suspense>
          )}
          {/* Whose a record is and who changed it is told in the management area. */}
          <RecordPanels model={model} record={record} without="history" />
        </div>
      </article>
      {others.length > 0 && (
        <Section title={words.more(model)} tinted>
          <RecordGrid model={model} kind={entry.kind} records={others} />
        </Section>
      )}
    </>
  );
}

// For the router.
const RecordPage = ({ entry }: { entry: PublicModel }) => <RecordView entry={entry} {...useLoaderData<Loaded>()} />;

async function loadRecord(model: ModelMeta, id: string, most: number, signal: AbortSignal): Promise<Loaded> {
  const said = quotesOf(model, id);
  const [record, page, quotes] = await Promise.all([
    api.find(model, id, signal),
    api.list(model, publishedQuery(model, new URLSearchParams({ pageSize: String(most + 1) })), signal),
    said ? api.list(said.model, said.query, signal).then(({ items }) => items) : [],
  ]);
  return { record, quotes, others: page.items.filter((other) => other.id !== id).slice(0, most) };
}

export const recordRoute = (entry: PublicModel) => ({
  loader: ({ params, request }: LoaderArgs) =>
    loadRecord(
      modelOf(entry.model),
      params["id"] ?? "",
      entry.kind === "product" || entry.kind === "person" ? 4 : 3,
      request.signal,
    ),
  Component: () => <RecordPage key={entry.model} entry={entry} />,
});

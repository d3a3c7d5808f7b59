import type { Metadata } from "next";
import { cache } from "react";
import { publicModel } from "../../../../components/site/public-model.ts";
import { quotesOf } from "../../../../components/site/quotes-of.ts";
import { recordParts } from "../../../../components/site/record-parts.ts";
import { RecordView } from "../../../../components/site/record.tsx";
import { throwAsPage } from "../../../../lib/page-errors.ts";
import { findRecord, listRecords } from "../../../../server/api.ts";
import { appName } from "../../../../shared/app.ts";
import type { ModelMeta } from "../../../../shared/model.ts";
import { publishedQuery } from "../../../../shared/published.ts";

interface Props {
  params: Promise<{ model: string; id: string }>;
}

/** Once for the title and the page. */
const load = cache((model: ModelMeta, id: string) => findRecord(model, id).catch(throwAsPage));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model: slug, id } = await params;
  const { model } = publicModel(slug, `/${id}`);
  const record = await load(model, id);
  const { text, picture } = recordParts(model, record);
  return {
    title: record._label,
    description: text?.slice(0, 160) ?? `${record._label} at ${appName}.`,
    ...(picture?.startsWith("http") && { openGraph: { images: [picture] } }),
  };
}

export default async function RecordPage({ params }: Props) {
  const { model: slug, id } = await params;
  const { entry, model } = publicModel(slug, `/${id}`);
  const most = entry.kind === "product" || entry.kind === "person" ? 4 : 3;
  const query = publishedQuery(model, new URLSearchParams({ pageSize: String(most + 1) }));
  const said = quotesOf(model, id);
  const [record, page, quotes] = await Promise.all([
    load(model, id),
    listRecords(model, query),
    said ? listRecords(said.model, said.query).then(({ items }) => items) : [],
  ]);
  const others = page.items.filter((other) => other.id !== id).slice(0, most);
  return <RecordView entry={entry} record={record} others={others} quotes={quotes} />;
}

import type { Metadata } from "next";
import { CollectionView } from "../../../components/site/collection.tsx";
import { publicModel } from "../../../components/site/public-model.ts";
import { type PageQuery, readQuery } from "../../../lib/search-params.ts";
import { listRecords } from "../../../server/api.ts";
import { appName } from "../../../shared/app.ts";
import { publishedQuery } from "../../../shared/published.ts";

interface Props {
  params: Promise<{ model: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model } = publicModel((await params).model);
  return { title: model.pluralLabel, description: model.description || `${model.pluralLabel} at ${appName}.` };
}

export default async function CollectionPage({ params, searchParams }: Props) {
  const { entry, model } = publicModel((await params).model);
  const query = await readQuery(searchParams);
  if (!query.has("pageSize")) query.set("pageSize", "12");
  return (
    <CollectionView key={model.key} entry={entry} found={await listRecords(model, publishedQuery(model, query))} />
  );
}

import type { Metadata } from "next";
import { ListView } from "../../../../components/pages/list.tsx";
import { modelOfSlug } from "../../../../lib/model-of-slug.ts";
import { type PageQuery, readQuery } from "../../../../lib/search-params.ts";
import { findRecord, listRecords } from "../../../../server/api.ts";
import { modelOf } from "../../../../shared/lookup.ts";
import type { ModelMeta } from "../../../../shared/model.ts";
import { viewQuery } from "../../../../shared/views.ts";

interface Props {
  params: Promise<{ model: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const model = modelOfSlug((await params).model);
  return { title: model.pluralLabel, ...(model.description && { description: model.description }) };
}

/** Names of the records that reference filters ask for, by field. */
async function filterNames(model: ModelMeta, query: URLSearchParams): Promise<Record<string, string>> {
  const names = await Promise.all(
    model.fields.map(async ({ key, reference }): Promise<[string, string]> => {
      const id = query.get(key);
      if (!reference || !id) return [key, ""];
      // A link may outlive its record: the list then says that nothing matches.
      const record = await findRecord(modelOf(reference.model), id).catch(() => undefined);
      return [key, record?._label ?? ""];
    }),
  );
  return Object.fromEntries(names);
}

export default async function ListPage({ params, searchParams }: Props) {
  const model = modelOfSlug((await params).model);
  const query = await readQuery(searchParams);
  const [page, names] = await Promise.all([listRecords(model, viewQuery(model, query)), filterNames(model, query)]);
  return <ListView key={model.key} model={model} page={page} names={names} />;
}

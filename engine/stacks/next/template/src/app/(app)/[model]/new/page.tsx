import type { Metadata } from "next";
import { RecordForm } from "../../../../components/forms/record-form.tsx";
import { modelOfSlug } from "../../../../lib/model-of-slug.ts";
import { throwAsPage } from "../../../../lib/page-errors.ts";
import { type PageQuery, readQuery } from "../../../../lib/search-params.ts";
import { findRecord } from "../../../../server/api.ts";
import { modelOf } from "../../../../shared/lookup.ts";
import type { ApiRecord, ModelMeta } from "../../../../shared/model.ts";
import { say } from "../../../../shared/say.ts";

interface Props {
  params: Promise<{ model: string }>;
  searchParams: PageQuery;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: say.newOf(modelOfSlug((await params).model)) };
}

/** `?productId=…` fills a reference of a new record; its name has to be looked up. */
async function givenNames(model: ModelMeta, given: URLSearchParams): Promise<Record<string, string>> {
  const names = await Promise.all(
    model.fields.map(async (field): Promise<[string, string]> => {
      const id = given.get(field.key);
      if (!field.reference || !id) return [field.key, ""];
      return [field.key, (await findRecord(modelOf(field.reference.model), id))._label];
    }),
  );
  return Object.fromEntries(names);
}

/** The record of `?copy-of=…`, without the values that only one may have. */
async function findCopy(model: ModelMeta, id: string): Promise<{ copied: ApiRecord; names: Record<string, string> }> {
  const record = await findRecord(model, id);
  const single = model.fields.filter(({ unique }) => unique).map(({ key }) => key);
  return {
    copied: { ...record, ...Object.fromEntries(single.map((key) => [key, null])) },
    names: Object.fromEntries(
      Object.entries(record._refs).map(([key, { label }]) => [key, single.includes(key) ? "" : label]),
    ),
  };
}

export default async function NewPage({ params, searchParams }: Props) {
  const model = modelOfSlug((await params).model);
  const given = await readQuery(searchParams);
  const copyOf = given.get("copy-of");
  const start = copyOf
    ? await findCopy(model, copyOf).catch(throwAsPage)
    : { copied: null, names: await givenNames(model, given).catch(throwAsPage) };
  return <RecordForm key={`${model.key}?${given}`} model={model} record={null} given={String(given)} {...start} />;
}

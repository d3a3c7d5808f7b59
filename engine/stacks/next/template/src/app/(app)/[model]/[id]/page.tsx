import type { Metadata } from "next";
import { cache } from "react";
import { DetailView } from "../../../../components/pages/detail.tsx";
import { modelOfSlug } from "../../../../lib/model-of-slug.ts";
import { throwAsPage } from "../../../../lib/page-errors.ts";
import { findRecord, listLinked, listRecords } from "../../../../server/api.ts";
import { inverseReferences, linkSides } from "../../../../shared/lookup.ts";
import type { ModelMeta } from "../../../../shared/model.ts";

interface Props {
  params: Promise<{ model: string; id: string }>;
}

const relatedShown = "5";

/** Once for the title and the page. */
const load = cache((model: ModelMeta, id: string) => findRecord(model, id).catch(throwAsPage));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model, id } = await params;
  return { title: (await load(modelOfSlug(model), id))._label };
}

export default async function DetailPage({ params }: Props) {
  const { model: slug, id } = await params;
  const model = modelOfSlug(slug);
  const record = await load(model, id);
  const [related, linked] = await Promise.all([
    Promise.all(
      inverseReferences(model).map(async ({ model: other, field }) => ({
        model: other,
        field,
        page: await listRecords(other, new URLSearchParams({ [field.key]: id, pageSize: relatedShown })),
      })),
    ),
    Promise.all(
      linkSides(model).map(async (end) => ({ end, page: await listLinked(model, id, end.link.slug, end.side) })),
    ),
  ]);
  return <DetailView model={model} record={record} related={related} linked={linked} />;
}

import type { Metadata } from "next";
import { RecordForm } from "../../../../../components/forms/record-form.tsx";
import { modelOfSlug } from "../../../../../lib/model-of-slug.ts";
import { throwAsPage } from "../../../../../lib/page-errors.ts";
import { findRecord } from "../../../../../server/api.ts";
import { say } from "../../../../../shared/say.ts";

interface Props {
  params: Promise<{ model: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: say.editName(modelOfSlug((await params).model).label) };
}

export default async function EditPage({ params }: Props) {
  const { model: slug, id } = await params;
  const model = modelOfSlug(slug);
  const record = await findRecord(model, id).catch(throwAsPage);
  const names = Object.fromEntries(Object.entries(record._refs).map(([key, { label }]) => [key, label]));
  return <RecordForm model={model} record={record} copied={null} given="" names={names} />;
}

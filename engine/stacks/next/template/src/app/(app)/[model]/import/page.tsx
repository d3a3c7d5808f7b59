import type { Metadata } from "next";
import { ImportPage } from "../../../../components/import/import-page.tsx";
import { modelOfSlug } from "../../../../lib/model-of-slug.ts";
import { say } from "../../../../shared/say.ts";

interface Props {
  params: Promise<{ model: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: say.importOf(modelOfSlug((await params).model)) };
}

export default async function ImportRoute({ params }: Props) {
  const model = modelOfSlug((await params).model);
  return <ImportPage key={model.key} model={model} />;
}

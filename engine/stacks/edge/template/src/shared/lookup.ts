import type { FieldMeta, LinkMeta, ModelMeta } from "./model.ts";
import { links, models } from "./models.ts";

const byKey = new Map(models.map((model) => [model.key, model]));

/** The model behind a key of `models.ts`; a wrong key is a programming error. */
export function modelOf(key: string): ModelMeta {
  const model = byKey.get(key);
  if (!model) throw new Error(`There is no model "${key}" in src/shared/models.ts.`);
  return model;
}

export function fieldOf(model: ModelMeta, key: string): FieldMeta | undefined {
  return model.fields.find((field) => field.key === key);
}

/** Reference fields of all models that point to `target`. */
export function inverseReferences(target: ModelMeta): { model: ModelMeta; field: FieldMeta }[] {
  return models.flatMap((model) =>
    model.fields.filter((field) => field.reference?.model === target.key).map((field) => ({ model, field })),
  );
}

export interface LinkSide {
  readonly link: LinkMeta;
  /** Which end `model` stands at. A model linked to itself has both. */
  readonly side: "from" | "to";
  readonly label: string;
  readonly other: ModelMeta;
}

export function linkSides(model: ModelMeta): LinkSide[] {
  return links.flatMap((link) => {
    const sides: LinkSide[] = [];
    if (link.from === model.key) sides.push({ link, side: "from", label: link.fromLabel, other: modelOf(link.to) });
    if (link.to === model.key) sides.push({ link, side: "to", label: link.toLabel, other: modelOf(link.from) });
    return sides;
  });
}

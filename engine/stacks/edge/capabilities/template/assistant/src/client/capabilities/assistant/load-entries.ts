import { assistantSettings } from "../../../shared/assistant/settings.ts";
import type { Entry } from "../../../shared/assistant/assistant.ts";
import type { ApiRecord, FieldMeta, ModelMeta } from "../../../shared/model.ts";
import { models } from "../../../shared/models.ts";
import { api } from "../../api.ts";

const mostModels = 4;
const pageSize = "50";
const isText = (field: FieldMeta): boolean => field.type === "longText" || field.type === "richText";

const asks = (model: ModelMeta): boolean => /question|faq|help|article/i.test(model.label);

function toEntry(model: ModelMeta, record: ApiRecord): Entry {
  const text = model.fields.find((field) => isText(field) && typeof record[field.key] === "string");
  return { title: record._label, text: text ? String(record[text.key]) : "", to: `/${model.slug}/${record.id}` };
}

/** What the app itself knows: records with a text, questions before everything else. */
export async function loadEntries(signal: AbortSignal): Promise<readonly Entry[]> {
  const told = models
    .filter((model) => model.fields.some(isText))
    .sort((a, b) => Number(asks(b)) - Number(asks(a)))
    .slice(0, mostModels);
  const lists = await Promise.all(
    told.map(async (model) => {
      // Not everyone may read everything: the rest still answers.
      const page = await api.list(model, new URLSearchParams({ pageSize }), signal).catch(() => ({ items: [] }));
      return page.items.map((record) => toEntry(model, record));
    }),
  );
  return [...assistantSettings.entries, ...lists.flat()];
}

import { inverseReferences, type LinkSide, linkSides } from "../../shared/lookup.ts";
import type { ApiPage, ApiRecord, ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { api } from "../api.ts";
import { may } from "../permissions.ts";
import { RecordPanels } from "../capabilities/record-panels.tsx";
import { FieldValue } from "../components/field-value.tsx";
import { LinkList } from "../components/link-list.tsx";
import { RecordActions } from "../components/record-actions.tsx";
import { RecordBadges } from "../components/record-badges.tsx";
import { type Related, RelatedList } from "../components/related-list.tsx";
import { Card } from "../components/ui/card.tsx";
import { savedSoon } from "../edit/saving.ts";
import { PageHeader } from "../components/ui/page-header.tsx";
import { Time } from "../components/ui/time.tsx";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";
import { basename } from "../shell/slots.ts";

interface Loaded {
  record: ApiRecord;
  related: Related[];
  linked: { end: LinkSide; page: ApiPage }[];
}

const wide = new Set(["longText", "richText", "json", "image"]);

function Details({ model, record }: { model: ModelMeta; record: ApiRecord }) {
  return (
    <Card title={say.details}>
      <dl className="grid gap-x-8 gap-y-5 px-5 py-5 sm:grid-cols-2 xl:grid-cols-3">
        {model.fields.map((field) => (
          <div
            key={field.key}
            className={
              wide.has(field.type) && record[field.key] !== null ? "min-w-0 sm:col-span-2 xl:col-span-3" : "min-w-0"
            }
          >
            <dt className="text-xs font-medium text-subtle">{field.label}</dt>
            <dd className="mt-1 text-sm break-words">
              <FieldValue field={field} record={record} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="border-t px-5 py-3 text-xs text-subtle">
        {say.createdWhen} <Time value={record.createdAt} />
        {record.updatedAt !== record.createdAt && (
          <>
            , {say.changedWhen} <Time value={record.updatedAt} />
          </>
        )}
      </p>
    </Card>
  );
}

/** Who manages a site writes entries down in their own list; visitors have the form on their page. */
const isBehindSite = basename !== "/";

export function DetailView({ model, record, related, linked }: Loaded & { model: ModelMeta }) {
  return (
    <>
      <PageHeader
        title={record._label}
        back={{ to: `/${model.slug}`, label: model.pluralLabel }}
        description={<RecordBadges model={model} record={record} />}
        actions={<RecordActions model={model} record={record} />}
      />
      <div className="space-y-5">
        <Details model={model} record={record} />
        <RecordPanels model={model} record={record} {...(isBehindSite && { without: "signup" })} />
        {linked.map(({ end, page }) => (
          <LinkList key={`${end.link.slug}-${end.side}`} model={model} record={record} end={end} page={page} />
        ))}
        {related.map((list) => (
          <RelatedList key={`${list.model.key}-${list.field.key}`} {...list} ownerId={record.id} />
        ))}
      </div>
    </>
  );
}

// For the router.
const DetailPage = ({ model }: { model: ModelMeta }) => <DetailView model={model} {...useLoaderData<Loaded>()} />;

const relatedShown = "5";

async function loadDetail(model: ModelMeta, id: string, signal: AbortSignal): Promise<Loaded> {
  const [record, related, linked] = await Promise.all([
    savedSoon(id) ?? api.find(model, id, signal),
    Promise.all(
      inverseReferences(model)
        .filter(({ model: other }) => may(other, "read"))
        .map(async ({ model: other, field }) => ({
        model: other,
        field,
        page: await api.list(other, new URLSearchParams({ [field.key]: id, pageSize: relatedShown }), signal),
      })),
    ),
    Promise.all(
      linkSides(model)
        .filter(({ other }) => may(other, "read"))
        .map(async (end) => ({
        end,
        page: await api.linked(model, id, end.link.slug, end.side, signal),
      })),
    ),
  ]);
  return { record, related, linked };
}

export const detailRoute = (model: ModelMeta) => ({
  loader: ({ params, request }: LoaderArgs) => loadDetail(model, params["id"] ?? "", request.signal),
  Component: () => <DetailPage key={model.key} model={model} />,
});

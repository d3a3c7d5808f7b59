// Pages and endpoints follow from the models; the same for every stack.
import type { Prd, PrdModel, PrdRelationship } from "#engine/prd/schema.ts";
import { kebab } from "./words.ts";

export function planPages(
  models: readonly PrdModel[],
  relationships: readonly PrdRelationship[],
  badges: Prd["badges"] = [],
): Prd["pages"] {
  const dashboard = {
    path: "/",
    title: "Dashboard",
    purpose:
      `An overview: how many ${models.map((model) => plural(model).toLowerCase()).join(", ")} there are, the latest of each, and what needs attention.`.slice(
        0,
        600,
      ),
    components: ["Statistic cards", "Latest records", ...(badges.length > 0 ? ["Needs attention"] : [])],
  };
  return [
    dashboard,
    ...models.flatMap((model) => {
      const base = `/${pathOf(model)}`;
      const marked = badges.filter((badge) => badge.model === model.name).map((badge) => `"${badge.label}" badge`);
      const children = relationships.filter(
        (relation) => relation.from === model.name || (relation.to === model.name && relation.kind === "many-to-many"),
      );
      const lower = model.name.toLowerCase();
      return [
        {
          path: base,
          title: plural(model),
          purpose: `Find, sort, filter and page through ${plural(model).toLowerCase()}.`,
          components: ["Search", "Filters", "Table", "Pagination", ...marked],
        },
        {
          path: `${base}/new`,
          title: `New ${lower}`,
          purpose: `Add a ${lower}.`,
          components: ["Form", "Validation messages"],
        },
        {
          path: `${base}/:id`,
          title: model.name,
          purpose: `Everything about one ${lower}${children.length > 0 ? ", with what belongs to it" : ""}.`,
          components: [
            "Details",
            ...[
              ...new Set(
                children.map((relation) => `${relation.from === model.name ? relation.to : relation.from} list`),
              ),
            ].slice(0, 8),
            ...marked,
            "Edit and delete",
          ],
        },
        {
          path: `${base}/:id/edit`,
          title: `Edit ${lower}`,
          purpose: `Change a ${lower}.`,
          components: ["Form", "Validation messages"],
        },
      ];
    }),
  ];
}

export function planEndpoints(models: readonly PrdModel[]): Prd["endpoints"] {
  return models.flatMap((model) => {
    const base = `/api/${pathOf(model)}`;
    const lower = model.name.toLowerCase();
    return [
      {
        method: "GET",
        path: base,
        purpose: `List ${plural(model).toLowerCase()} with search, filters, sorting and paging.`,
      },
      { method: "POST", path: base, purpose: `Create a ${lower}.` },
      { method: "GET", path: `${base}/:id`, purpose: `Read one ${lower}.` },
      { method: "PATCH", path: `${base}/:id`, purpose: `Change a ${lower}.` },
      { method: "DELETE", path: `${base}/:id`, purpose: `Delete a ${lower}.` },
    ];
  });
}

function plural(model: PrdModel): string {
  return model.plural ?? `${model.name}s`;
}

function pathOf(model: PrdModel): string {
  return kebab(plural(model)) || kebab(model.name) || "records";
}

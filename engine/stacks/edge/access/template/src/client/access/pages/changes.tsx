import type { ChangePage, UserView } from "../../../shared/access/access.ts";
import { formatCount } from "../../../shared/format.ts";
import { models } from "../../../shared/models.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Icon } from "../../components/icon.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { useSearchParams } from "../../routing/links.tsx";
import { useLoaderData } from "../../routing/pages.tsx";
import type { LoaderArgs } from "../../routing/router.ts";
import { accessApi } from "../access-api.ts";
import { ChangeList } from "../change-list.tsx";
import { words } from "../words.ts";

interface Loaded {
  changes: ChangePage;
  users: UserView[];
}

const actions = [
  { value: "create", label: words.added },
  { value: "update", label: words.changed },
  { value: "delete", label: words.deleted },
  { value: "restore", label: words.restored },
  { value: "purge", label: words.deletedForGood },
  { value: "assign", label: words.handedOver },
];

function Choice({
  name,
  label,
  choices,
}: {
  name: string;
  label: string;
  choices: { value: string; label: string }[];
}) {
  const [query, setQuery] = useSearchParams();
  return (
    <select
      aria-label={label}
      value={query.get(name) ?? ""}
      onChange={({ target }) =>
        setQuery(
          (current) => {
            const next = new URLSearchParams(current);
            next.delete("page");
            if (target.value === "") next.delete(name);
            else next.set(name, target.value);
            return next;
          },
          { replace: true, preventScrollReset: true },
        )
      }
      className={`${controlLook} w-auto sm:max-w-56`}
    >
      <option value="">{words.allOf(label)}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

function ChangesPage() {
  const { changes, users } = useLoaderData<Loaded>();
  const [, setQuery] = useSearchParams();
  return (
    <>
      <PageHeader title={words.auditTrail} description={words.trailLead} />
      <div className="mb-3 flex flex-wrap gap-2">
        <Choice
          name="model"
          label={words.records}
          choices={[
            ...models.map(({ key, pluralLabel }) => ({ value: key, label: pluralLabel })),
            { value: "_users", label: words.accounts },
          ]}
        />
        <Choice name="user" label={words.person} choices={users.map(({ id, name }) => ({ value: id, label: name }))} />
        <Choice name="action" label={words.what} choices={actions} />
      </div>
      <Card>
        <p role="status" className="sr-only">
          {words.changes(formatCount(changes.total))}
        </p>
        {changes.items.length === 0 ? (
          <EmptyState icon={<Icon name="clock" />} title={words.nothingFound} text={words.changesWillShow} />
        ) : (
          <ChangeList changes={changes.items} withSubject />
        )}
        <Pagination
          page={changes.page}
          pageSize={changes.pageSize}
          total={changes.total}
          onPage={(page) =>
            setQuery((current) => {
              const next = new URLSearchParams(current);
              next.set("page", String(page));
              return next;
            })
          }
        />
      </Card>
    </>
  );
}

export const changesRoute = {
  loader: async ({ request }: LoaderArgs): Promise<Loaded> => {
    const query = new URL(request.url).searchParams;
    const [changes, { items }] = await Promise.all([
      accessApi.changes(query, request.signal),
      accessApi.users(request.signal),
    ]);
    return { changes, users: items };
  },
  Component: ChangesPage,
};

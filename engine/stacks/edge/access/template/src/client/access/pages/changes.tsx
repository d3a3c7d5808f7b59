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

interface Loaded {
  changes: ChangePage;
  users: UserView[];
}

const actions = [
  { value: "create", label: "Added" },
  { value: "update", label: "Changed" },
  { value: "delete", label: "Deleted" },
  { value: "restore", label: "Restored" },
  { value: "purge", label: "Deleted for good" },
  { value: "assign", label: "Handed over" },
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
      <option value="">{label}: all</option>
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
      <PageHeader title="Audit trail" description="Every change of a record or an account, the newest first." />
      <div className="mb-3 flex flex-wrap gap-2">
        <Choice
          name="model"
          label="Records"
          choices={[
            ...models.map(({ key, pluralLabel }) => ({ value: key, label: pluralLabel })),
            { value: "_users", label: "Accounts" },
          ]}
        />
        <Choice name="user" label="Person" choices={users.map(({ id, name }) => ({ value: id, label: name }))} />
        <Choice name="action" label="What" choices={actions} />
      </div>
      <Card>
        <p role="status" className="sr-only">
          {formatCount(changes.total)} changes
        </p>
        {changes.items.length === 0 ? (
          <EmptyState icon={<Icon name="clock" />} title="Nothing found" text="Changes show up here as they happen." />
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

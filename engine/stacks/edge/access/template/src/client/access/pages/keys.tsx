import { useState } from "react";
import type { KeyView } from "../../../shared/access/access.ts";
import { formatRelative } from "../../../shared/format.ts";
import { Icon } from "../../components/icon.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { useLoaderData, useRevalidator } from "../../routing/pages.tsx";
import type { LoaderArgs } from "../../routing/router.ts";
import { accessApi } from "../access-api.ts";
import { Problem, RoleSelect, TextInput } from "../form-parts.tsx";
import { roleLabel } from "../role-label.ts";
import { Secret } from "../secret.tsx";
import { readSession } from "../session.ts";
import { useSubmit } from "../use-submit.ts";
import { words } from "../words.ts";

function KeyDialog({ onClose }: { onClose: () => void }) {
  const { user } = readSession();
  const [token, setToken] = useState("");
  const { submit, problem, problems, isBusy } = useSubmit(async (values) => {
    setToken((await accessApi.createKey(values)).token);
  });
  if (token !== "") {
    return (
      <Dialog title={words.yourNewKey} onClose={onClose}>
        <p className="mt-2 mb-4 text-sm text-pretty text-subtle">{words.shownOnce}</p>
        <Secret label={words.apiKey} value={token} />
        <div className="mt-4 flex justify-end">
          <Button variant="primary" onClick={onClose}>
            {words.done}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={words.newApiKey} onClose={onClose}>
      <form noValidate onSubmit={submit} className="mt-4 space-y-4">
        <Problem>{problem}</Problem>
        <TextInput label={words.whatFor} name="name" autoComplete="off" problems={problems} hint={words.nameInTrail} />
        {user?.isAdmin && <RoleSelect label={words.role} name="role" defaultValue={user.role.key} />}
        <div className="flex justify-end gap-2 pt-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary" disabled={isBusy}>
            {words.makeKey}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function KeysPage() {
  const { items } = useLoaderData<{ items: KeyView[] }>();
  const { revalidate } = useRevalidator();
  const [isMaking, setMaking] = useState(false);
  const [problem, setProblem] = useState("");
  const close = (): void => {
    setMaking(false);
    void revalidate();
  };
  const revoke = async (id: string): Promise<void> => {
    setProblem("");
    try {
      await accessApi.revokeKey(id);
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : words.thatDidNotWork);
    }
    await revalidate();
  };
  return (
    <>
      <PageHeader
        title={words.apiKeys}
        description={
          <>
            {words.forPrograms} <code>/api</code> {words.withHeader}{" "}
            <code className="whitespace-nowrap">Authorization: Bearer …</code>
          </>
        }
        actions={
          <Button variant="primary" onClick={() => setMaking(true)}>
            <Icon name="plus" className="size-4" />
            {words.newKey}
          </Button>
        }
      />
      <Problem>{problem}</Problem>
      <Card>
        {items.length === 0 ? (
          <EmptyState icon={<Icon name="key" />} title={words.noKeysYet} text={words.whatKeysDo} />
        ) : (
          <ul className="divide-y">
            {items.map(({ id, name, role, owner, start, lastUsedAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-4 text-sm">
                <div className="min-w-0 flex-1 basis-56">
                  <p className="font-medium break-words">{name}</p>
                  <p className="mt-0.5 text-xs break-words text-subtle">
                    <code>{start}…</code> · {roleLabel(role)} · {owner} ·{" "}
                    {lastUsedAt === null ? "not used yet" : `used ${formatRelative(lastUsedAt)}`}
                  </p>
                </div>
                <Button size="small" aria-label={words.revokeKey(name)} onClick={() => void revoke(id)}>
                  {words.revoke}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {isMaking && <KeyDialog onClose={close} />}
    </>
  );
}

export const keysRoute = {
  loader: ({ request }: LoaderArgs) => accessApi.keys(request.signal),
  Component: KeysPage,
};

import { useState } from "react";
import type { Invitation, UserView } from "../../../shared/access/access.ts";
import { defaultRole, roles } from "../../../shared/access/roles.ts";
import { formatRelative } from "../../../shared/format.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Icon } from "../../components/icon.tsx";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { useLoaderData, useRevalidator } from "../../routing/pages.tsx";
import type { LoaderArgs } from "../../routing/router.ts";
import { accessApi } from "../access-api.ts";
import { Problem, RoleSelect, TextInput } from "../form-parts.tsx";
import { Secret } from "../secret.tsx";
import { readSession } from "../session.ts";
import { useSubmit } from "../use-submit.ts";
import { RoleTable } from "../role-table.tsx";
import { words } from "../words.ts";

const states = {
  active: { label: words.active, tone: "success" },
  invited: { label: words.invited, tone: "info" },
  inactive: { label: words.inactive, tone: "neutral" },
} as const;

function InviteDialog({ onInvited, onClose }: { onInvited: (made: Invitation) => void; onClose: () => void }) {
  const { submit, problem, problems, isBusy } = useSubmit(async (values) => onInvited(await accessApi.invite(values)));
  return (
    <Dialog title={words.inviteSomebody} onClose={onClose}>
      <form noValidate onSubmit={submit} className="mt-4 space-y-4">
        <Problem>{problem}</Problem>
        <TextInput label={words.name} name="name" autoComplete="off" problems={problems} />
        <TextInput label={words.eMail} name="email" type="email" autoComplete="off" problems={problems} />
        <RoleSelect label={words.role} name="role" defaultValue={defaultRole} />
        <div className="flex justify-end gap-2 pt-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary" disabled={isBusy}>
            {words.invite}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function LinkDialog({ made, onClose }: { made: Invitation; onClose: () => void }) {
  const link = `${location.origin}/sign-up?${new URLSearchParams({ token: made.token })}`;
  return (
    <Dialog title={words.linkFor(made.user.name)} onClose={onClose}>
      <p className="mt-2 mb-4 text-sm text-pretty text-subtle">{words.handOver(made.user.name)}</p>
      <Secret label={words.link} value={link} />
      <div className="mt-4 flex justify-end">
        <Button variant="primary" onClick={onClose}>
          {words.done}
        </Button>
      </div>
    </Dialog>
  );
}

interface RowProps {
  user: UserView;
  run: (work: () => Promise<unknown>) => void;
  onInvited: (made: Invitation) => void;
}

function UserRow({ user, run, onInvited }: RowProps) {
  const { id, name, email, role, state, isExample, lastSeenAt } = user;
  const isMe = readSession().user?.id === id;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4 text-sm">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="break-words">{name}</span>
          {isMe && <Badge>{words.you}</Badge>}
          {isExample ? (
            <Badge tone="warning">{words.example}</Badge>
          ) : (
            <Badge tone={states[state].tone}>{states[state].label}</Badge>
          )}
        </p>
        <p className="mt-0.5 text-xs break-words text-subtle">
          {email}
          {lastSeenAt !== null && ` · seen ${formatRelative(lastSeenAt)}`}
        </p>
      </div>
      <select
        aria-label={words.roleOf(name)}
        value={role}
        disabled={isExample}
        onChange={({ target }) => run(() => accessApi.changeUser(id, { role: target.value }))}
        className={`${controlLook} w-auto max-w-48`}
      >
        {roles.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      {!isExample && (
        <div className="flex gap-2">
          {state !== "inactive" && (
            <Button
              size="small"
              aria-label={words.newLinkFor(name)}
              onClick={() => run(async () => onInvited(await accessApi.inviteAgain(id)))}
            >
              {words.newLink}
            </Button>
          )}
          <Button
            size="small"
            aria-label={`${state === "inactive" ? words.activate : words.deactivate} ${name}`}
            onClick={() => run(() => accessApi.changeUser(id, { isActive: state === "inactive" }))}
          >
            {state === "inactive" ? words.activate : words.deactivate}
          </Button>
        </div>
      )}
    </li>
  );
}

function UsersPage() {
  const { items } = useLoaderData<{ items: UserView[] }>();
  const { revalidate } = useRevalidator();
  const [isInviting, setInviting] = useState(false);
  const [made, setMade] = useState<Invitation | null>(null);
  const [problem, setProblem] = useState("");

  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setProblem("");
    try {
      await work();
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : words.thatDidNotWork);
    }
    await revalidate();
  };
  const show = (next: Invitation): void => {
    setInviting(false);
    setMade(next);
    void revalidate();
  };

  return (
    <>
      <PageHeader
        title={words.usersAndRoles}
        description={words.usersLead}
        actions={
          <Button variant="primary" onClick={() => setInviting(true)}>
            <Icon name="plus" className="size-4" />
            {words.invite}
          </Button>
        }
      />
      <div className="space-y-5">
        <Problem>{problem}</Problem>
        {items.some(({ isExample }) => isExample) && (
          <div className="flex flex-wrap items-center gap-3 rounded-xl bg-warning-soft px-5 py-4 text-sm text-warning">
            <p className="min-w-0 flex-1 basis-64">{words.exampleWarning}</p>
            <Button size="small" onClick={() => void run(accessApi.removeExamples)}>
              {words.removeExamplePeople}
            </Button>
          </div>
        )}
        <Card title={words.users}>
          <ul className="divide-y">
            {items.map((user) => (
              <UserRow key={user.id} user={user} run={(work) => void run(work)} onInvited={show} />
            ))}
          </ul>
        </Card>
        <RoleTable />
      </div>
      {isInviting && <InviteDialog onInvited={show} onClose={() => setInviting(false)} />}
      {made && <LinkDialog made={made} onClose={() => setMade(null)} />}
    </>
  );
}

export const usersRoute = {
  loader: ({ request }: LoaderArgs) => accessApi.users(request.signal),
  Component: UsersPage,
};

import { useState } from "react";
import { type SessionView, shortestPassword } from "../../../shared/access/access.ts";
import { formatRelative } from "../../../shared/format.ts";
import { Badge } from "../../components/ui/badge.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { useLoaderData, useRevalidator } from "../../routing/pages.tsx";
import type { LoaderArgs } from "../../routing/router.ts";
import { accessApi } from "../access-api.ts";
import { DeleteAccount } from "../delete-account.tsx";
import { Problem, TextInput } from "../form-parts.tsx";
import { readSession, signOut } from "../session.ts";
import { useSubmit } from "../use-submit.ts";
import { words } from "../words.ts";

const formLook = "space-y-4 p-5";

function Done({ children }: { children: string }) {
  return (
    <p role="status" className="text-sm text-success">
      {children}
    </p>
  );
}

function NameForm() {
  const { user } = readSession();
  const [done, setDone] = useState("");
  const { submit, problem, problems, isBusy } = useSubmit(async (values) => {
    setDone("");
    await accessApi.changeProfile(values);
    setDone(words.saved);
  });
  return (
    <Card title={words.name}>
      <form noValidate onSubmit={submit} className={formLook}>
        <Problem>{problem}</Problem>
        <TextInput
          label={words.yourName}
          name="name"
          autoComplete="name"
          defaultValue={user?.name}
          problems={problems}
        />
        <div className="flex items-center gap-3">
          <Button type="submit" disabled={isBusy}>
            {words.saveName}
          </Button>
          <Done>{done}</Done>
        </div>
      </form>
    </Card>
  );
}

function SignInForm() {
  const { user } = readSession();
  const { revalidate } = useRevalidator();
  const [done, setDone] = useState("");
  const { submit, problem, problems, isBusy } = useSubmit(async ({ password = "", ...values }, form) => {
    setDone("");
    await accessApi.changeProfile({ ...values, ...(password !== "" && { password }) });
    for (const name of ["password", "currentPassword"]) {
      const input = form.elements.namedItem(name);
      if (input instanceof HTMLInputElement) input.value = "";
    }
    setDone(password === "" ? words.saved : words.savedAndSignedOut);
    await revalidate();
  });
  return (
    <Card title={words.signingIn}>
      <form noValidate onSubmit={submit} className={formLook}>
        <Problem>{problem}</Problem>
        <TextInput
          label={words.eMail}
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={user?.email}
          problems={problems}
        />
        <TextInput
          label={words.newPassword}
          name="password"
          type="password"
          autoComplete="new-password"
          required={false}
          problems={problems}
          hint={words.leaveEmpty(shortestPassword)}
        />
        <TextInput
          label={words.presentPassword}
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          problems={problems}
          hint={words.neededForBoth}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" disabled={isBusy}>
            {words.save}
          </Button>
          <Done>{done}</Done>
        </div>
      </form>
    </Card>
  );
}

function Devices({ sessions }: { sessions: readonly SessionView[] }) {
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState("");
  const endOthers = async (): Promise<void> => {
    setProblem("");
    try {
      await accessApi.endSessions();
      await revalidate();
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : words.thatDidNotWork);
    }
  };
  return (
    <Card title={words.devices}>
      <ul className="divide-y">
        {sessions.map(({ id, device, lastSeenAt, isThis }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-sm">
            <span className="min-w-0 flex-1 font-medium">{device}</span>
            {isThis ? (
              <Badge tone="success">{words.thisDevice}</Badge>
            ) : (
              <time dateTime={lastSeenAt} className="text-xs text-subtle">
                {words.seen(formatRelative(lastSeenAt))}
              </time>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 border-t px-5 py-4">
        <Button disabled={sessions.length < 2} onClick={() => void endOthers()}>
          {words.signOutOtherDevices}
        </Button>
        <Button onClick={() => void signOut()}>{words.signOutHere}</Button>
        <Problem>{problem}</Problem>
      </div>
    </Card>
  );
}

function ProfilePage() {
  const { items } = useLoaderData<{ items: SessionView[] }>();
  const { user } = readSession();
  return (
    <>
      <PageHeader title={words.profile} description={words.yourRoleIs(user?.role.label)} />
      <div className="grid max-w-4xl items-start gap-5 lg:grid-cols-2">
        <div className="space-y-5">
          <NameForm />
          <Devices sessions={items} />
        </div>
        <div className="space-y-5">
          <SignInForm />
          <DeleteAccount />
        </div>
      </div>
    </>
  );
}

export const profileRoute = {
  loader: ({ request }: LoaderArgs) => accessApi.sessions(request.signal),
  Component: ProfilePage,
};

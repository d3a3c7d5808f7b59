import { useMutation } from "@tanstack/react-query";
import LogOut from "lucide-react/icons/log-out";
import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Sun from "lucide-react/icons/sun";
import { useState } from "react";
import { AppHeader } from "../components/app-header.tsx";
import { RouteErrorScreen } from "../components/error-screen.tsx";
import { Button } from "../components/ui/button.tsx";
import { Field } from "../components/ui/field.tsx";
import { Input } from "../components/ui/input.tsx";
import { Segmented } from "../components/ui/segmented.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { User } from "../lib/api-types.ts";
import { chooseTheme, useTheme } from "../lib/theme.ts";
import { api, signOut, useSession } from "../session/session.ts";
import { NotificationSettings } from "../notifications/notification-settings.tsx";
import { ApiTokens } from "../settings/api-tokens.tsx";
import { Row } from "../settings/row.tsx";
import { WorkspaceSettings } from "../settings/workspace-settings.tsx";
import { toast } from "../lib/toast.ts";

const themes = [
  {
    value: "system",
    label: (
      <>
        <Monitor /> System
      </>
    ),
  },
  {
    value: "light",
    label: (
      <>
        <Sun /> Light
      </>
    ),
  },
  {
    value: "dark",
    label: (
      <>
        <Moon /> Dark
      </>
    ),
  },
] as const;

export function Component() {
  const theme = useTheme((state) => state.choice);
  return (
    <>
      <title>Settings · NexusGen</title>
      <AppHeader />
      <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-4 py-8 md:px-8 md:py-10">
        <h1 className="display text-2xl">Settings</h1>
        <div className="mt-6 divide-y divide-line border-y border-line">
          <Row title="Profile" words="How you appear in projects you share.">
            <ProfileForm />
          </Row>
          <Row title="Theme" words="Kept in this browser.">
            <Segmented label="Theme" value={theme} onChange={chooseTheme} options={themes} />
          </Row>
          <div id="notifications" className="scroll-mt-20">
            <Row title="Notifications" words="Of runs of yours that end, or wait for you.">
              <NotificationSettings />
            </Row>
          </div>
          <WorkspaceSettings />
          <Row title="API tokens" words="For git and for programs of yours, which act as you.">
            <ApiTokens />
          </Row>
          <Row title="Session" words="Ends the session of this browser, in all its tabs.">
            <Button onClick={() => void signOut()}>
              <LogOut /> Sign out
            </Button>
          </Row>
        </div>
      </main>
    </>
  );
}

export const ErrorBoundary = RouteErrorScreen;

function ProfileForm() {
  const user = useSession((state) => state.user);
  const [name, setName] = useState(user?.name ?? "");
  const save = useMutation({
    mutationFn: (body: { name: string }) => api.send<User>("PATCH", "/api/v1/users/me", body),
    onSuccess: (saved) => {
      useSession.setState({ user: saved });
      toast.success("Name saved");
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  const changed = name.trim() !== (user?.name ?? "") && name.trim() !== "";
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) save.mutate({ name: name.trim() });
      }}
    >
      <Field label="Name">
        {(ids) => (
          <Input
            {...ids}
            autoComplete="name"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="Email">
        {(ids) => <Input {...ids} type="email" value={user?.email ?? ""} readOnly className="bg-sunken" />}
      </Field>
      <Button type="submit" look="primary" className="self-start" disabled={!changed} busy={save.isPending}>
        Save name
      </Button>
    </form>
  );
}

import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "../components/ui/button.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { User } from "../lib/api-types.ts";
import { api, useSession } from "../session/session.ts";
import { switchOff, switchOn, useBrowserNotices } from "./browser-notices.ts";
import { toast } from "../lib/toast.ts";

type Wishes = NonNullable<User["preferences"]["notifications"]>;

/** How one is told of runs that end or wait for one. */
export function NotificationSettings() {
  const user = useSession((state) => state.user);
  const wishes = user?.preferences.notifications ?? {};
  const browserNotices = useBrowserNotices((store) => store.state);
  const save = useMutation({
    mutationFn: (notifications: Wishes) =>
      api.send<User>("PATCH", "/api/v1/users/me", { preferences: { notifications } }),
    onSuccess: (saved) => {
      useSession.setState({ user: saved });
      toast.success("Saved");
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  return (
    <div className="flex flex-col gap-4">
      <Choice
        title="In the app"
        words="A line in the corner when a run of another project ends or waits."
        isOn={wishes.inApp !== false}
        isBusy={save.isPending}
        onChange={(inApp) => save.mutate({ ...wishes, inApp })}
      />
      <Choice
        title="By e-mail"
        words={`To ${user?.email ?? "your address"}, when a run took longer than a minute.`}
        isOn={wishes.email !== false}
        isBusy={save.isPending}
        onChange={(email) => save.mutate({ ...wishes, email })}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          <span className="block font-[560]">Outside the page</span>
          <span className="block text-sm text-muted">{browserWords[browserNotices]}</span>
        </p>
        {browserNotices === "off" && <Button onClick={() => void switchOn()}>Switch on…</Button>}
        {browserNotices === "on" && <Button onClick={switchOff}>Switch off</Button>}
      </div>
    </div>
  );
}

const browserWords = {
  unsupported: "This browser shows none.",
  denied: "This browser was told not to show any. Its settings for this site change that.",
  off: "By this browser, while the page is open in the background.",
  on: "On in this browser, while the page is open in the background.",
} as const;

interface ChoiceProps {
  title: string;
  words: ReactNode;
  isOn: boolean;
  isBusy: boolean;
  onChange: (isOn: boolean) => void;
}

function Choice({ title, words, isOn, isBusy, onChange }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-start gap-3">
      <input
        type="checkbox"
        checked={isOn}
        disabled={isBusy}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-1 size-4 shrink-0"
      />
      <span>
        <span className="block font-[560]">{title}</span>
        <span className="block text-sm text-muted">{words}</span>
      </span>
    </label>
  );
}

import { useState } from "react";
import { Button } from "../components/ui/button.tsx";
import { Card } from "../components/ui/card.tsx";
import { Dialog } from "../components/ui/dialog.tsx";
import { accessApi } from "./access-api.ts";
import { Problem, TextInput } from "./form-parts.tsx";
import { leave } from "./session.ts";
import { useSubmit } from "./use-submit.ts";
import { words } from "./words.ts";

function Ask({ onClose }: { onClose: () => void }) {
  const { submit, problem, problems, isBusy } = useSubmit(async (values) => {
    await accessApi.deleteAccount(values);
    leave();
  });
  return (
    <Dialog title={words.deleteMyAccount} onClose={onClose}>
      <form noValidate onSubmit={submit} className="mt-3 space-y-4">
        <p className="text-sm text-subtle">{words.deleteAccountHint}</p>
        <Problem>{problem}</Problem>
        <TextInput
          label={words.presentPassword}
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          problems={problems}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="danger" disabled={isBusy}>
            {words.deleteForGood}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The way out of the app, with the password once more. */
export function DeleteAccount() {
  const [isAsking, setAsking] = useState(false);
  return (
    <Card title={words.deleteAccount}>
      <div className="space-y-4 p-5">
        <p className="text-sm text-subtle">{words.deleteAccountHint}</p>
        <Button onClick={() => setAsking(true)}>{words.deleteMyAccount}</Button>
        {isAsking && <Ask onClose={() => setAsking(false)} />}
      </div>
    </Card>
  );
}

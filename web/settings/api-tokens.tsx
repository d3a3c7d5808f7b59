import { queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../components/ui/dialog.tsx";
import { Field } from "../components/ui/field.tsx";
import { Input } from "../components/ui/input.tsx";
import { Notice } from "../components/ui/notice.tsx";
import { Select } from "../components/ui/select.tsx";
import { Skeleton } from "../components/ui/skeleton.tsx";
import { errorLine } from "../lib/api-error.ts";
import type { ApiToken, CreateApiToken, CreatedApiToken } from "../lib/api-types.ts";
import { formatAgo, formatDay } from "../lib/format.ts";
import { queryClient } from "../lib/query-client.ts";
import { useNow } from "../lib/use-now.ts";
import { api } from "../session/session.ts";
import { toast } from "../lib/toast.ts";

const tokensQuery = queryOptions({
  queryKey: ["api-tokens"],
  queryFn: async ({ signal }) => (await api.get<{ items: ApiToken[] }>("/api/v1/users/me/tokens", { signal })).items,
});
const lifetimes = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "366", label: "A year" },
  { value: "", label: "No expiry" },
] as const;
const scopes = [
  { value: "write", label: "Read and write" },
  { value: "read", label: "Read only" },
] as const;

export function ApiTokens() {
  const tokens = useQuery(tokensQuery);
  const [made, setMade] = useState<CreatedApiToken | null>(null);
  const [leaving, setLeaving] = useState<ApiToken | null>(null);
  const now = useNow(true, 60_000);
  return (
    <div id="tokens" className="flex flex-col gap-5">
      {made !== null && <NewToken token={made.token} close={() => setMade(null)} />}
      <TokenForm onMade={setMade} />
      {tokens.isPending && <Skeleton className="h-12 w-full" />}
      {tokens.isError && <p role="alert">{errorLine(tokens.error)}</p>}
      {tokens.data !== undefined && tokens.data.length > 0 && (
        <ul aria-label="Your API tokens" className="divide-y divide-line rounded-lg border border-line">
          {tokens.data.map((token) => (
            <li key={token.id} className="flex items-center gap-3 px-3 py-2.5">
              <div className="min-w-0 flex-1">
                <p className="truncate font-[560]">
                  {token.name} <span className="font-mono text-xs text-muted">…{token.lastCharacters}</span>
                </p>
                <p className="text-sm text-muted">{describeToken(token, now)}</p>
              </div>
              <Button size="sm" look="dangerQuiet" onClick={() => setLeaving(token)}>
                Revoke…<span className="sr-only"> {token.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <RevokeDialog token={leaving} close={() => setLeaving(null)} />
    </div>
  );
}

function TokenForm({ onMade }: { onMade: (token: CreatedApiToken) => void }) {
  const [name, setName] = useState("");
  const [scope, setScope] = useState<CreateApiToken["scope"]>("write");
  const [days, setDays] = useState<(typeof lifetimes)[number]["value"]>("90");
  const create = useMutation({
    mutationFn: (body: CreateApiToken) => api.send<CreatedApiToken>("POST", "/api/v1/users/me/tokens", body),
    onSuccess: async (token) => {
      onMade(token);
      setName("");
      await queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        create.mutate({ name: name.trim(), scope, ...(days === "" ? {} : { expiresInDays: Number(days) }) });
      }}
    >
      <Field label="What it is for">
        {(ids) => (
          <Input
            {...ids}
            value={name}
            maxLength={80}
            placeholder="git on my laptop"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Select label="What it may do" value={scope} onChange={setScope} options={scopes} />
        <Select label="How long it holds" value={days} onChange={setDays} options={lifetimes} />
        <Button type="submit" look="primary" disabled={name.trim() === ""} busy={create.isPending}>
          Make token
        </Button>
      </div>
    </form>
  );
}

function NewToken({ token, close }: { token: string; close: () => void }) {
  const copy = (): void => {
    navigator.clipboard.writeText(token).then(
      () => toast.success("Copied"),
      () => toast.error("The browser did not allow copying. Select the text instead."),
    );
  };
  return (
    <Notice
      tone="done"
      role="status"
      title="Copy it now: it is not shown again."
      actions={
        <>
          <Button size="sm" onClick={copy}>
            Copy
          </Button>
          <Button size="sm" look="quiet" onClick={close}>
            Done
          </Button>
        </>
      }
    >
      <code className="font-mono text-xs wrap-anywhere">{token}</code>
    </Notice>
  );
}

function RevokeDialog({ token, close }: { token: ApiToken | null; close: () => void }) {
  const revoke = useMutation({
    mutationFn: (id: string) => api.send("DELETE", `/api/v1/users/me/tokens/${id}`),
    onSuccess: async () => {
      close();
      toast.success("Token revoked");
      await queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
    onError: (error) => toast.error(errorLine(error)),
  });
  return (
    <Dialog open={token !== null} onOpenChange={(open) => !open && close()}>
      {token !== null && (
        <DialogContent title={`Revoke ${token.name}?`} description="Whatever uses it is locked out at once.">
          <div className="flex justify-end gap-2">
            <DialogClose asChild>
              <Button>Keep it</Button>
            </DialogClose>
            <Button look="danger" busy={revoke.isPending} onClick={() => revoke.mutate(token.id)}>
              Revoke
            </Button>
          </div>
        </DialogContent>
      )}
    </Dialog>
  );
}

function describeToken({ scope, expiresAt, lastUsedAt }: ApiToken, now: number): string {
  const may = scope === "read" ? "Read only" : "Read and write";
  const used = lastUsedAt === null ? "never used" : `used ${formatAgo(lastUsedAt, now)}`;
  if (expiresAt === null) return `${may}, ${used}, no expiry`;
  const until = formatDay(expiresAt);
  return `${may}, ${used}, ${Date.parse(expiresAt) < now ? "expired" : "until"} ${until}`;
}

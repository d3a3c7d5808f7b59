import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent } from "../../components/ui/dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Notice } from "../../components/ui/notice.tsx";
import { Select } from "../../components/ui/select.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { describeError, errorLine } from "../../lib/api-error.ts";
import { createSnapshot, revokeSnapshot, type Snapshot, snapshotsQuery } from "../../lib/app-data-queries.ts";
import { formatCount, formatDay } from "../../lib/format.ts";
import { useProject } from "../../session/project-context.ts";
import { toast } from "../../lib/toast.ts";

const lifetimes = [
  { value: "", label: "Never" },
  { value: "1", label: "In a day" },
  { value: "7", label: "In a week" },
  { value: "30", label: "In 30 days" },
] as const;
const dayMs = 86_400_000;

/** The app frozen with its data, for people without an account. */
export function SnapshotsPanel() {
  const { projectId } = useProject();
  const client = useQueryClient();
  const snapshots = useQuery(snapshotsQuery(projectId));
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [days, setDays] = useState<(typeof lifetimes)[number]["value"]>("");
  const create = useMutation({
    mutationFn: () =>
      createSnapshot(projectId, {
        name,
        ...(password !== "" && { password }),
        ...(days !== "" && { expiresAt: new Date(Date.now() + Number(days) * dayMs).toISOString() }),
      }),
    onSuccess: async ({ url }) => {
      setName("");
      setPassword("");
      await copy(url, "The snapshot is made, its link copied.");
    },
    onError: (error) => toast.error(errorLine(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ["snapshots", projectId] }),
  });
  const short = password !== "" && password.length < 6;

  return (
    <div className="flex flex-col gap-6">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!short) create.mutate();
        }}
      >
        <p className="text-sm text-muted">
          The app as it is now, with its data. Whoever has the link can use it without an account, on a copy of their
          own: nothing they do reaches you or each other.
        </p>
        <Field label="Name (optional)">
          {(ids) => (
            <Input
              {...ids}
              className="h-9 text-sm"
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label="Password (optional)" problem={short ? "At least 6 characters." : undefined}>
          {(ids) => (
            <Input
              {...ids}
              type="password"
              autoComplete="new-password"
              className="h-9 text-sm"
              maxLength={200}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <div className="flex items-center justify-between gap-2">
          <span className="flex items-center gap-2 text-sm">
            Ends <Select label="When the link ends" value={days} onChange={setDays} options={lifetimes} />
          </span>
          <Button type="submit" look="primary" size="sm" busy={create.isPending} disabled={short}>
            Make a snapshot
          </Button>
        </div>
      </form>
      {snapshots.isPending && <Skeleton className="h-24" role="status" aria-label="Loading the snapshots" />}
      {snapshots.isError && (
        <Notice
          tone="danger"
          title={describeError(snapshots.error).title}
          actions={
            <Button size="sm" onClick={() => void snapshots.refetch()}>
              Try again
            </Button>
          }
        >
          {describeError(snapshots.error).detail}
        </Notice>
      )}
      {snapshots.data?.items.length === 0 && <p className="text-sm text-muted">No snapshots yet.</p>}
      <ul className="flex flex-col gap-3">
        {snapshots.data?.items.map((snapshot) => (
          <SnapshotCard key={snapshot.id} snapshot={snapshot} />
        ))}
      </ul>
    </div>
  );
}

function SnapshotCard({ snapshot }: { snapshot: Snapshot }) {
  const { projectId } = useProject();
  const client = useQueryClient();
  const { name, url, versionNumber, hasPassword, expiresAt, visits, createdAt } = snapshot;
  const expired = expiresAt !== null && Date.parse(expiresAt) < Date.now();
  const revoke = useMutation({
    mutationFn: () => revokeSnapshot(projectId, snapshot.id),
    onSuccess: () => toast.success("The snapshot is withdrawn."),
    onError: (error) => toast.error(errorLine(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ["snapshots", projectId] }),
  });
  const facts = [
    versionNumber === null ? null : `Version ${versionNumber}`,
    `made ${formatDay(createdAt)}`,
    hasPassword ? "with a password" : null,
    expiresAt === null ? null : `${expired ? "ended" : "ends"} ${formatDay(expiresAt)}`,
    formatCount(visits, "visitor"),
  ];
  return (
    <li className="rounded-lg border border-line p-3.5">
      <p className="text-sm font-[560] wrap-anywhere">{name === "" ? "Snapshot" : name}</p>
      <p className="mt-0.5 text-xs text-muted">{facts.filter((fact) => fact !== null).join(" · ")}</p>
      <div className="mt-2.5 flex flex-wrap gap-1.5">
        <Button size="sm" onClick={() => void copy(url, "The link is copied.")}>
          Copy the link
        </Button>
        <Button asChild size="sm" look="quiet">
          <a href={url} target="_blank" rel="noreferrer">
            Open
          </a>
        </Button>
        <Revoke revoke={() => revoke.mutate()} busy={revoke.isPending} />
      </div>
    </li>
  );
}

function Revoke({ revoke, busy }: { revoke: () => void; busy: boolean }) {
  const [asked, setAsked] = useState(false);
  return (
    <Dialog open={asked} onOpenChange={setAsked}>
      <Button size="sm" look="dangerQuiet" className="ml-auto" onClick={() => setAsked(true)}>
        Withdraw
      </Button>
      <DialogContent
        title="Withdraw this snapshot?"
        description="Its link opens nothing any more, and its data is deleted."
      >
        <div className="flex justify-end gap-2">
          <DialogClose asChild>
            <Button>Keep it</Button>
          </DialogClose>
          <Button look="danger" busy={busy} onClick={revoke}>
            Withdraw
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  );
}

async function copy(text: string, words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast.success(words);
  } catch {
    toast.success("The snapshot is ready.", { description: text });
  }
}

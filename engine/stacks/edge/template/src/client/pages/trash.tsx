// What was deleted: restore it, or delete it for good.
import { useState } from "react";
import { useNavigate } from "react-router";
import { countOf, formatCount, formatRelative } from "../../shared/format.ts";
import { modelOf } from "../../shared/lookup.ts";
import type { ModelMeta, TrashedRecord, TrashPage as TrashedPage } from "../../shared/model.ts";
import { models } from "../../shared/models.ts";
import { say } from "../../shared/say.ts";
import { api } from "../api.ts";
import { may } from "../permissions.ts";
import { classNames } from "../class-names.ts";
import { Icon } from "../components/icon.tsx";
import { Pagination } from "../components/pagination.tsx";
import { Button } from "../components/ui/button.tsx";
import { Card, EmptyState } from "../components/ui/card.tsx";
import { Dialog } from "../components/ui/dialog.tsx";
import { PageHeader } from "../components/ui/page-header.tsx";
import { Link, useSearchParams } from "../routing/links.tsx";
import type { FlashState } from "../shell/flash.tsx";
import { useLoaderData } from "../routing/pages.tsx";
import type { LoaderArgs } from "../routing/router.ts";

interface Loaded {
  counts: { model: ModelMeta; count: number }[];
  /** The model whose trash is shown; null when nothing was deleted at all. */
  shown: ModelMeta | null;
  page: TrashedPage | null;
}

/** One record, or the whole trash of the model. */
type Doomed = { record: TrashedRecord } | "all";

function Tabs({ counts, shown }: Pick<Loaded, "counts" | "shown">) {
  return (
    <nav aria-label={say.trashByKind} className="mb-3 flex flex-wrap gap-1.5">
      {counts.map(({ model, count }) => (
        <Link
          key={model.key}
          to={`?model=${model.slug}`}
          aria-current={model === shown ? "page" : undefined}
          className={classNames(
            "inline-flex items-center gap-2 rounded-lg px-3 py-1.5 text-sm font-medium",
            model === shown ? "bg-accent-soft text-accent" : "text-subtle hover:bg-muted hover:text-text",
          )}
        >
          {model.pluralLabel}
          <span className="tabular-nums">{formatCount(count)}</span>
        </Link>
      ))}
    </nav>
  );
}

function TrashedRow({
  model,
  record,
  isBusy,
  onRestore,
  onErase,
}: {
  model: ModelMeta;
  record: TrashedRecord;
  isBusy: boolean;
  onRestore: () => void;
  onErase: () => void;
}) {
  const when = formatRelative(record._deletedAt);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-sm font-medium break-words">{record._label}</p>
        <p className="mt-0.5 text-xs text-subtle">
          <time dateTime={record._deletedAt}>
            {record._deletedToo === 0 ? say.deletedAt(when) : say.deletedAtWith(when, record._deletedToo)}
          </time>
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="small" disabled={isBusy} aria-label={say.restoreName(record._label)} onClick={onRestore}>
          {say.restore}
        </Button>
        <Button
          size="icon"
          variant="ghost"
          disabled={isBusy}
          aria-label={say.eraseName(model, record._label)}
          onClick={onErase}
        >
          <Icon name="trash" className="size-4" />
        </Button>
      </div>
    </li>
  );
}

function EraseDialog({
  model,
  doomed,
  total,
  isBusy,
  onErase,
  onClose,
}: {
  model: ModelMeta;
  doomed: Doomed;
  total: number;
  isBusy: boolean;
  onErase: () => void;
  onClose: () => void;
}) {
  const what = doomed === "all" ? countOf(total, model) : doomed.record._label;
  return (
    <Dialog title={doomed === "all" ? say.emptyTrashAsk : say.eraseOne(model)} onClose={onClose}>
      <p className="mt-2 text-sm break-words text-subtle">{say.goneForGood(what)}</p>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{say.cancel}</Button>
        <Button variant="danger" disabled={isBusy} onClick={onErase}>
          {say.erase}
        </Button>
      </div>
    </Dialog>
  );
}

async function eraseAll(model: ModelMeta): Promise<void> {
  // The server takes a part at a time.
  // oxlint-disable-next-line no-await-in-loop
  while ((await api.emptyTrash(model)).left > 0);
}

function Trash({ model, page }: { model: ModelMeta; page: TrashedPage }) {
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const [doomed, setDoomed] = useState<Doomed | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  const run = async (flash: string, work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setProblem("");
    try {
      await work();
      setDoomed(null);
      await navigate(`?${query}`, { replace: true, state: { flash } satisfies FlashState });
    } catch (failure) {
      setDoomed(null);
      setProblem(failure instanceof Error ? failure.message : say.failed);
    } finally {
      setBusy(false);
    }
  };
  const erase = (): Promise<void> =>
    doomed === "all" || doomed === null
      ? run(say.trashEmptied, () => eraseAll(model))
      : run(say.erased(model), () => api.erase(model, doomed.record.id));

  return (
    <Card
      title={model.pluralLabel}
      action={
        <Button size="small" disabled={isBusy} onClick={() => setDoomed("all")}>
          <Icon name="trash" className="size-4" />
          {say.emptyTrash}
        </Button>
      }
    >
      {problem && (
        <p role="alert" className="border-b bg-danger-soft px-5 py-3 text-sm text-danger">
          {problem}
        </p>
      )}
      <ul className="divide-y">
        {page.items.map((record) => (
          <TrashedRow
            key={record.id}
            model={model}
            record={record}
            isBusy={isBusy}
            onRestore={() => void run(say.restored(model), () => api.restore(model, record.id))}
            onErase={() => setDoomed({ record })}
          />
        ))}
      </ul>
      <Pagination
        page={page.page}
        pageSize={page.pageSize}
        total={page.total}
        onPage={(next) => setQuery({ model: model.slug, page: String(next) })}
      />
      {doomed && (
        <EraseDialog
          model={model}
          doomed={doomed}
          total={page.total}
          isBusy={isBusy}
          onErase={() => void erase()}
          onClose={() => setDoomed(null)}
        />
      )}
    </Card>
  );
}

export function TrashView({ counts, shown, page }: Loaded) {
  return (
    <>
      <PageHeader title={say.trash} description={say.trashHint} />
      {counts.length > 1 && <Tabs counts={counts} shown={shown} />}
      {shown && page && page.total > 0 ? (
        <Trash key={shown.key} model={shown} page={page} />
      ) : (
        <Card>
          <EmptyState icon={<Icon name="trash" />} title={say.trashEmpty} text={say.trashEmptyHint} />
        </Card>
      )}
    </>
  );
}

async function loadTrash({ request }: LoaderArgs): Promise<Loaded> {
  const query = new URL(request.url).searchParams;
  const { models: all } = await api.trashCounts(request.signal);
  const counts = all
    .map(({ model, count }) => ({ model: modelOf(model), count }))
    .filter(({ model, count }) => count > 0 && may(model, "delete"));
  const asked = models.find(({ slug }) => slug === query.get("model"));
  const shown = counts.find(({ model }) => model === asked)?.model ?? counts[0]?.model ?? null;
  // After the last record of the last page went, the page before it is the last.
  const wanted = shown === asked ? Math.max(1, Number(query.get("page")) || 1) : 1;
  const count = counts.find(({ model }) => model === shown)?.count ?? 0;
  const page = shown && (await api.trash(shown, Math.min(wanted, Math.ceil(count / 20)), request.signal));
  return { counts, shown, page };
}

const TrashPage = () => <TrashView {...useLoaderData<Loaded>()} />;

export const trashRoute = { loader: loadTrash, Component: TrashPage };

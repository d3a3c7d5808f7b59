import { type FormEvent, useEffect, useState } from "react";
import type { ThreadPage, ThreadView } from "../../../shared/discussions/discussions.ts";
import { discussionSettings as settings } from "../../../shared/discussions/settings.ts";
import { formatCount, formatRelative } from "../../../shared/format.ts";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { RecordLabel } from "../../../shared/model.ts";
import { api } from "../../api.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Icon } from "../../components/icon.tsx";
import { Pagination } from "../../components/pagination.tsx";
import { Initials } from "../../components/portrait.tsx";
import { Badge } from "../../components/ui/badge.tsx";
import { Button, ButtonLink } from "../../components/ui/button.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Link } from "../../link.tsx";
import { may } from "../../permissions.ts";
import { useSearchParams } from "../../routing/links.tsx";
import { listThreads, reasonOf, threadModel, threadPath } from "./discussions-api.ts";
import { Marks } from "./marks.tsx";
import { StartForm } from "./start-form.tsx";
import { words } from "./words.ts";

const { threads } = settings;
const topicField = fieldOf(threadModel, threads.topic ?? "");

function Thread({ thread }: { thread: ThreadView }) {
  const { record, author, replies, active } = thread;
  const topic = topicField && record._refs[topicField.key]?.label;
  const body = threads.body === undefined ? undefined : record[threads.body];
  return (
    <li className="flex items-start gap-4 px-5 py-4">
      <Initials name={author || words.someone} className="size-10 text-sm max-sm:hidden" />
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold break-words">
          <Link to={threadPath(record.id)} className="rounded hover:text-accent">
            {record._label}
          </Link>
        </h2>
        {typeof body === "string" && <p className="mt-0.5 line-clamp-1 text-sm text-subtle">{body}</p>}
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-subtle">
          <Marks record={record} />
          {topic && <Badge>{topic}</Badge>}
          {author && replies > 0 && <span className="font-medium text-text">{author}</span>}
          <span>
            {replies === 0
              ? words.startedBy(author || words.someone)
              : words.lastBy(active.by || words.someone, formatRelative(active.at))}
          </span>
          {replies === 0 && <span>{formatRelative(active.at)}</span>}
        </p>
      </div>
      <p className="flex shrink-0 items-center gap-1.5 rounded-full bg-muted px-2.5 py-1 text-sm font-medium text-text tabular-nums">
        <Icon name="message" className="size-4 text-accent" />
        <span aria-hidden="true">{formatCount(replies)}</span>
        <span className="sr-only">{words.repliesCount(replies)}</span>
      </p>
    </li>
  );
}

function Topics({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const [topics, setTopics] = useState<readonly RecordLabel[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const model = topicField?.reference && modelOf(topicField.reference.model);
    // The list is complete without them.
    if (model) api.options(model, "", abort.signal).then(({ items }) => setTopics(items), () => undefined);
    return () => abort.abort();
  }, []);
  if (topics.length === 0) return null;
  const sorted = topics.toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <label className="min-w-0 grow basis-44 text-sm font-medium sm:max-w-60">
      {topicField?.label}
      <select value={chosen} onChange={(event) => onChoose(event.target.value)} className={`${controlLook} mt-1.5`}>
        <option value="">{words.allTopics}</option>
        {sorted.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Component() {
  const [query, setQuery] = useSearchParams();
  const [page, setPage] = useState<ThreadPage | null>(null);
  const [problem, setProblem] = useState("");
  const [typed, setTyped] = useState(query.get("q") ?? "");
  const [isStarting, setStarting] = useState(false);
  const asked = query.toString();

  useEffect(() => {
    const abort = new AbortController();
    const load = (): void => {
      listThreads(new URLSearchParams(asked), abort.signal).then(
        (answer) => {
          setPage(answer);
          setProblem("");
        },
        (error: unknown) => {
          if (!abort.signal.aborted) setProblem(reasonOf(error, words.loadingFailed));
        },
      );
    };
    load();
    addEventListener("app:renew", load);
    return () => {
      abort.abort();
      removeEventListener("app:renew", load);
    };
  }, [asked]);

  const change = (key: string, value: string): void =>
    setQuery((current) => {
      const next = new URLSearchParams(current);
      next.delete("page");
      if (value === "") next.delete(key);
      else next.set(key, value);
      return next;
    });
  const search = (event: FormEvent): void => {
    event.preventDefault();
    change("q", typed.trim());
  };
  const isNarrowed = query.has("q") || query.has("topic");
  const canStart = may(threadModel, "create");
  return (
    <>
      <PageHeader
        title={settings.title}
        description={words.lead}
        actions={
          canStart ? (
            !isStarting && (
              <Button variant="primary" onClick={() => setStarting(true)}>
                <Icon name="plus" className="size-4" />
                {words.start}
              </Button>
            )
          ) : (
            <a href={`/sign-in?to=/${settings.slug}`} className="rounded text-sm text-accent hover:underline">
              {words.signInToStart}
            </a>
          )
        }
      />
      {isStarting && <StartForm onCancel={() => setStarting(false)} />}
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <form role="search" onSubmit={search} className="min-w-0 grow basis-60">
          <label className="block text-sm font-medium">
            {words.search}
            <input
              type="search"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              className={`${controlLook} mt-1.5`}
            />
          </label>
        </form>
        {topicField && <Topics chosen={query.get("topic") ?? ""} onChoose={(id) => change("topic", id)} />}
      </div>
      {problem && (
        <p role="alert" className="mb-4 text-sm text-danger">
          {problem}
        </p>
      )}
      <Card>
        {!page && !problem && (
          <p role="status" className="p-5 text-sm text-subtle">
            {words.loading}
          </p>
        )}
        {page?.items.length === 0 && (
          <EmptyState
            icon={<Icon name="message" />}
            title={isNarrowed ? words.noneFound : words.noneYet}
            text={isNarrowed ? words.tryOther : words.beTheFirst}
            action={isNarrowed && <ButtonLink to={`/${settings.slug}`}>{words.showAll}</ButtonLink>}
          />
        )}
        {page && page.items.length > 0 && (
          <ul className="divide-y">
            {page.items.map((thread) => (
              <Thread key={thread.record.id} thread={thread} />
            ))}
          </ul>
        )}
        {page && page.total > page.pageSize && (
          <Pagination {...page} onPage={(next) => setQuery((current) => ({ ...Object.fromEntries(current), page: String(next) }))} />
        )}
      </Card>
    </>
  );
}

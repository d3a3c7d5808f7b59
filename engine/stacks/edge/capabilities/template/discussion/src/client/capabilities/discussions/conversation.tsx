import { useEffect, useState } from "react";
import { useParams } from "react-router";
import type { ConversationView, ReplyView } from "../../../shared/discussions/discussions.ts";
import { discussionSettings as settings } from "../../../shared/discussions/settings.ts";
import { formatRelative } from "../../../shared/format.ts";
import type { ApiRecord } from "../../../shared/model.ts";
import { api } from "../../api.ts";
import { Markdown } from "../../components/markdown.tsx";
import { Initials } from "../../components/portrait.tsx";
import { Button, ButtonLink } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { may } from "../../permissions.ts";
import { RecordPanels } from "../record-panels.tsx";
import { readStored, store } from "../stored.ts";
import { readConversation, reasonOf, replyModel, threadModel, threadPath } from "./discussions-api.ts";
import { isClosed, isPinned, Marks } from "./marks.tsx";
import { ReplyForm } from "./reply-form.tsx";
import { words } from "./words.ts";

const { threads, replies } = settings;
const shownAtOnce = 50;
/** Replies of this browser: without accounts nothing else tells whose they are. */
const kept = "own-replies";

/** Who moderates may change every discussion, not only their own. */
const moderates = (record: ApiRecord): boolean =>
  settings.isModerated && may(threadModel, "update", { ...record, _isOwn: false });

const mayDelete = (record: ApiRecord): boolean =>
  settings.hasAccounts ? may(replyModel, "delete", record) : readStored<string[]>(kept, []).includes(record.id);

function Post({ author, at, text, children }: { author: string; at: string; text: string; children?: React.ReactNode }) {
  const name = author || words.someone;
  return (
    <div className="flex gap-4 px-5 py-4">
      <Initials name={name} className="size-9 text-sm" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <p className="text-sm">
            <span className="font-semibold">{name}</span>{" "}
            <time dateTime={at} className="text-xs text-subtle">
              {formatRelative(at)}
            </time>
          </p>
          {children}
        </div>
        <div className="mt-1.5 text-sm break-words">
          <Markdown text={text} />
        </div>
      </div>
    </div>
  );
}

function Moderation({ record, onChange }: { record: ApiRecord; onChange: (values: object) => void }) {
  const { pinned, closed } = threads;
  return (
    <>
      {pinned !== undefined && (
        <Button onClick={() => onChange({ [pinned]: !isPinned(record) })}>{isPinned(record) ? words.unpin : words.pin}</Button>
      )}
      {closed !== undefined && (
        <Button onClick={() => onChange({ [closed]: !isClosed(record) })}>
          {isClosed(record) ? words.reopen : words.close}
        </Button>
      )}
      <ButtonLink to={`/${threadModel.slug}/${record.id}`}>{words.details}</ButtonLink>
    </>
  );
}

function Below({ view, onReply }: { view: ConversationView; onReply: (id: string) => Promise<void> }) {
  const { id } = view.record;
  if (isClosed(view.record)) return <p className="border-t px-5 py-4 text-sm text-subtle">{words.isClosed}</p>;
  if (may(replyModel, "create")) return <ReplyForm thread={id} onReply={onReply} />;
  return (
    <p className="border-t px-5 py-4 text-sm">
      <a href={`/sign-in?to=${threadPath(id)}`} className="rounded text-accent hover:underline">
        {words.signIn}
      </a>
    </p>
  );
}

export function Component() {
  const id = useParams()["id"] ?? "";
  const [view, setView] = useState<ConversationView | null>(null);
  const [most, setMost] = useState(shownAtOnce);
  const [problem, setProblem] = useState("");
  const [message, setMessage] = useState("");

  useEffect(() => {
    const abort = new AbortController();
    const load = (): void => {
      readConversation(id, most, abort.signal).then(setView, (error: unknown) => {
        if (!abort.signal.aborted) setProblem(reasonOf(error, words.loadingFailed));
      });
    };
    load();
    addEventListener("app:renew", load);
    return () => {
      abort.abort();
      removeEventListener("app:renew", load);
    };
  }, [id, most]);

  const act = async (change: () => Promise<unknown>, said: string): Promise<void> => {
    try {
      await change();
      setView(await readConversation(id, most));
      setProblem("");
      setMessage(said);
    } catch (error) {
      setProblem(reasonOf(error, words.notSaved));
    }
  };
  const afterReply = (reply: string): Promise<void> => {
    store(kept, [reply, ...readStored<string[]>(kept, [])].slice(0, 500));
    return act(() => Promise.resolve(), words.replied);
  };
  const remove = ({ record }: ReplyView): void => void act(() => api.remove(replyModel, record.id), words.replyDeleted);
  const back = { to: `/${settings.slug}`, label: settings.title };
  if (!view)
    return (
      <>
        <PageHeader title={settings.title} back={back} />
        <p role={problem ? "alert" : "status"}>{problem || words.loading}</p>
      </>
    );
  const { record } = view;
  const topic = threads.topic === undefined ? undefined : record._refs[threads.topic]?.label;
  return (
    <>
      <PageHeader
        title={record._label}
        back={back}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <Marks record={record} />
            {topic && <span>{topic}</span>}
            <span>{view.replies === 0 ? words.noReplies : words.repliesCount(view.replies)}</span>
          </span>
        }
        actions={
          moderates(record) && (
            <Moderation record={record} onChange={(values) => void act(() => api.change(threadModel, id, values), "")} />
          )
        }
      />
      {problem && (
        <p role="alert" className="mb-4 text-sm text-danger">
          {problem}
        </p>
      )}
      <div className="space-y-5">
        <Card>
          <Post
            author={view.author}
            at={view.at}
            text={threads.body === undefined ? "" : String(record[threads.body] ?? "")}
          />
        </Card>
        <RecordPanels model={threadModel} record={record} only="reactions" />
        <Card title={view.replies === 0 ? words.noReplies : words.repliesCount(view.replies)}>
          {view.hasEarlier && (
            <p className="border-b px-5 py-3">
              <Button size="small" onClick={() => setMost(most * 2)}>
                {words.earlier}
              </Button>
            </p>
          )}
          <ol className="divide-y">
            {view.items.map((reply) => (
              <li key={reply.record.id}>
                <Post author={reply.author} at={reply.at} text={String(reply.record[replies.body] ?? "")}>
                  {mayDelete(reply.record) && (
                    <Button variant="ghost" size="small" onClick={() => remove(reply)}>
                      {words.deleteReply}
                      <span className="sr-only">{words.ofReply(reply.author || words.someone)}</span>
                    </Button>
                  )}
                </Post>
              </li>
            ))}
          </ol>
          <p role="status" className={message === "" ? "sr-only" : "border-t px-5 py-3 text-sm font-medium text-success"}>
            {message}
          </p>
          <Below view={view} onReply={afterReply} />
        </Card>
      </div>
    </>
  );
}

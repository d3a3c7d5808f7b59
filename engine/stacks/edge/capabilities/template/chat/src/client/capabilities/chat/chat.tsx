import { type FormEvent, useEffect, useRef, useState } from "react";
import { type ChatView, longestMessage, longestName } from "../../../shared/chat/chat.ts";
import { chatSettings as settings } from "../../../shared/chat/settings.ts";
import { formatRelative } from "../../../shared/format.ts";
import type { ApiErrorBody } from "../../../shared/model.ts";
import { classNames } from "../../class-names.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { readStored, store } from "../stored.ts";
import { visitorId } from "../visitor.ts";
import { words } from "./words.ts";

/** How often the page asks for what others wrote, while someone looks at it. */
const askEveryMs = 4_000;

async function call(path: string, init?: RequestInit): Promise<ChatView> {
  const response = await fetch(`/api/${settings.slug}${path}`, init);
  const answer = (await response.json()) as ChatView | ApiErrorBody;
  if ("error" in answer) throw new Error(answer.error.message);
  return answer;
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : words.failed;

const inRoom = (room: string): string => `?${new URLSearchParams({ room, visitor: visitorId() })}`;

function Rooms({ view, room, onChoose }: { view: ChatView; room: string; onChoose: (room: string) => void }) {
  const [name, setName] = useState("");
  const names = [...new Set([...view.rooms.map((each) => each.name), room])];
  return (
    <div className="border-b p-4 md:w-56 md:shrink-0 md:border-r md:border-b-0">
      <h2 className="text-sm font-semibold">{words.conversations}</h2>
      <ul className="mt-3 flex flex-wrap gap-1 md:flex-col">
        {names.map((each) => (
          <li key={each}>
            <button
              type="button"
              aria-pressed={each === room}
              onClick={() => onChoose(each)}
              className={classNames(
                "w-full truncate rounded-lg px-3 py-2 text-left text-sm",
                each === room ? "bg-accent-soft font-medium text-accent" : "text-subtle hover:bg-muted hover:text-text",
              )}
            >
              {each}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="mt-4 flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === "") return;
          onChoose(name.trim());
          setName("");
        }}
      >
        <input
          aria-label={words.conversationName}
          placeholder={words.newConversation}
          value={name}
          maxLength={longestName}
          onChange={(event) => setName(event.target.value)}
          className={`${controlLook} min-w-0`}
        />
        <Button type="submit" size="small">
          {words.open}
        </Button>
      </form>
    </div>
  );
}

function Messages({ view, onRemove }: { view: ChatView; onRemove: (id: string) => void }) {
  const end = useRef<HTMLDivElement>(null);
  const last = view.messages.at(-1)?.id;
  useEffect(() => {
    if (last) end.current?.scrollIntoView({ block: "nearest" });
  }, [last]);
  return (
    // Scrolls by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="log" aria-label={words.messages} tabIndex={0} className="h-80 overflow-y-auto p-4">
      {view.messages.length === 0 && <p className="text-sm text-subtle">{words.nothingYet}</p>}
      <ul className="space-y-4">
        {view.messages.map((message) => (
          <li key={message.id} className={classNames("max-w-[85%] text-sm", message.isMine && "ml-auto text-right")}>
            <p className="text-xs text-subtle">
              {message.isMine ? words.you : message.author || words.visitor}, {formatRelative(message.createdAt)}
            </p>
            <p
              className={classNames(
                "mt-1 inline-block rounded-xl px-3.5 py-2 text-left break-words whitespace-pre-line",
                message.isMine ? "bg-primary text-on-primary" : "bg-muted",
              )}
            >
              {message.body}
            </p>
            {message.isMine && (
              <p>
                <Button variant="ghost" size="small" onClick={() => onRemove(message.id)}>
                  {words.deleteIt}<span className="sr-only">{words.ofMine}</span>
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      <div ref={end} />
    </div>
  );
}

export function Component() {
  const [room, setRoom] = useState(settings.room);
  const [view, setView] = useState<ChatView>({ rooms: [], messages: [] });
  const [author, setAuthor] = useState(() => readStored("visitor-name", ""));
  const [body, setBody] = useState("");
  const [problem, setProblem] = useState("");

  useEffect(() => {
    let current = true;
    const ask = (): void => {
      call(inRoom(room)).then(
        (answer) => {
          if (!current) return;
          setView(answer);
          setProblem("");
        },
        (error: unknown) => current && setProblem(reasonOf(error)),
      );
    };
    ask();
    const timer = setInterval(() => document.visibilityState === "visible" && ask(), askEveryMs);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [room]);

  const act = async (path: string, init: RequestInit): Promise<boolean> => {
    try {
      setView(await call(path, init));
      setProblem("");
      return true;
    } catch (error) {
      setProblem(reasonOf(error));
      return false;
    }
  };

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    store("visitor-name", author);
    const message = JSON.stringify({ visitor: visitorId(), author, room, body });
    if (await act("", { method: "POST", headers: { "Content-Type": "application/json" }, body: message })) setBody("");
  };

  return (
    <>
      <PageHeader title={words.chat} description={words.lead} />
      <Card className="md:flex">
        <Rooms view={view} room={room} onChoose={setRoom} />
        <div className="min-w-0 flex-1">
          <Messages
            view={view}
            onRemove={(id) => void act(`/${encodeURIComponent(id)}${inRoom(room)}`, { method: "DELETE" })}
          />
          <form onSubmit={(event) => void send(event)} className="space-y-3 border-t p-4">
            {problem && (
              <p role="alert" className="text-sm text-danger">
                {problem}
              </p>
            )}
            <label className="block text-sm font-medium">
              {words.yourName}
              <input
                value={author}
                maxLength={longestName}
                autoComplete="name"
                onChange={(event) => setAuthor(event.target.value)}
                className={`${controlLook} mt-1.5 max-w-xs`}
              />
            </label>
            <label className="block text-sm font-medium">
              {words.message}
              <textarea
                value={body}
                rows={2}
                maxLength={longestMessage}
                onChange={(event) => setBody(event.target.value)}
                className={`${controlLook} mt-1.5 h-auto py-2`}
              />
            </label>
            <Button type="submit" variant="primary" disabled={body.trim() === ""}>
              {words.send}
            </Button>
          </form>
        </div>
      </Card>
    </>
  );
}

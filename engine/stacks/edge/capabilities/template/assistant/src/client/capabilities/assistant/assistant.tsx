import { type FormEvent, useEffect, useState } from "react";
import { appName } from "../../../shared/app.ts";
import { type Entry, type Reply, replyTo } from "../../../shared/assistant/assistant.ts";
import { assistantSettings } from "../../../shared/assistant/settings.ts";
import { classNames } from "../../class-names.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Link } from "../../link.tsx";
import { loadEntries } from "./load-entries.ts";
import { words } from "./words.ts";

interface Line {
  readonly by: "you" | "assistant";
  readonly reply: Reply;
}

const greeting: Line = {
  by: "assistant",
  reply: { text: words.greeting(appName), entries: assistantSettings.entries },
};

export function Component() {
  const [entries, setEntries] = useState<readonly Entry[]>(assistantSettings.entries);
  const [lines, setLines] = useState<readonly Line[]>([greeting]);
  const [question, setQuestion] = useState("");
  useEffect(() => {
    const abort = new AbortController();
    void loadEntries(abort.signal).then(setEntries, () => undefined);
    return () => abort.abort();
  }, []);

  const ask = (words: string): void => {
    if (words.trim() === "") return;
    setLines((current) => [
      ...current,
      { by: "you", reply: { text: words, entries: [] } },
      { by: "assistant", reply: replyTo(words, entries) },
    ]);
    setQuestion("");
  };
  return (
    <>
      <PageHeader title={words.supportChat} description={words.lead} />
      <Card>
        {/* Scrolls by keyboard too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div role="log" aria-label={words.conversation} tabIndex={0} className="max-h-[28rem] min-h-64 overflow-y-auto p-5">
          <ul className="space-y-4">
            {lines.map(({ by, reply }, at) => (
              // Lines are only ever added at the end.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at} className={classNames("max-w-[85%] text-sm", by === "you" && "ml-auto text-right")}>
                <p
                  className={classNames(
                    "inline-block rounded-xl px-3.5 py-2 text-left break-words whitespace-pre-line",
                    by === "you" ? "bg-primary text-on-primary" : "bg-muted",
                  )}
                >
                  {reply.text}
                </p>
                {reply.entries.length > 0 && (
                  <ul className="mt-2 flex flex-wrap gap-2">
                    {reply.entries.map((entry) => (
                      <li key={`${entry.title}-${entry.to ?? ""}`}>
                        {entry.to ? (
                          <Link to={entry.to} className="inline-block rounded-lg border px-3 py-1.5 text-accent hover:bg-muted">
                            {entry.title}
                          </Link>
                        ) : (
                          <Button size="small" onClick={() => ask(entry.title)}>
                            {entry.title}
                          </Button>
                        )}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </div>
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            ask(question);
          }}
          className="flex gap-2 border-t p-4"
        >
          <input
            aria-label={words.yourQuestion}
            placeholder={words.askQuestion}
            value={question}
            maxLength={300}
            onChange={(event) => setQuestion(event.target.value)}
            className={`${controlLook} min-w-0 flex-1`}
          />
          <Button type="submit" variant="primary">
            {words.send}
          </Button>
        </form>
      </Card>
    </>
  );
}

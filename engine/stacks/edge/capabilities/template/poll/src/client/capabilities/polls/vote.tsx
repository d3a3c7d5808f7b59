import { type FormEvent, useEffect, useState } from "react";
import { formatCount } from "../../../shared/format.ts";
import type { ApiErrorBody } from "../../../shared/model.ts";
import { type PollView, shareOf, totalOf } from "../../../shared/polls/polls.ts";
import { pollSettings } from "../../../shared/polls/settings.ts";
import { Icon } from "../../components/icon.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { visitorId } from "../visitor.ts";
import { words } from "./words.ts";

async function call<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(`/api/${pollSettings.slug}${path}`, init);
  const answer = (await response.json()) as Answer | ApiErrorBody;
  if (!response.ok) throw new Error("error" in (answer as object) ? (answer as ApiErrorBody).error.message : words.failed);
  return answer as Answer;
}

function Results({ poll }: { poll: PollView }) {
  const total = totalOf(poll);
  return (
    <div className="p-5">
      <h3 className="text-sm font-semibold">{words.results}</h3>
      <ul className="mt-3 space-y-3">
        {poll.options.map((option) => (
          <li key={option.id}>
            <div className="flex justify-between gap-3 text-sm">
              <span className="min-w-0 break-words">
                {option.label}
                {option.id === poll.mine && <span className="text-subtle"> {words.yourVote}</span>}
              </span>
              <span className="shrink-0 tabular-nums">
                {shareOf(option.votes, total)} % · {formatCount(option.votes)}
              </span>
            </div>
            <div className="mt-1.5 h-2 overflow-hidden rounded-full bg-muted">
              <div className="h-full rounded-full bg-accent" style={{ width: `${shareOf(option.votes, total)}%` }} />
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-subtle">
        {words.votesInTotal(formatCount(total), total)}
      </p>
    </div>
  );
}

function Poll({ start }: { start: PollView }) {
  const [poll, setPoll] = useState(start);
  const [choice, setChoice] = useState(start.mine);
  const [problem, setProblem] = useState("");
  const [message, setMessage] = useState("");
  const vote = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const body = JSON.stringify({ visitor: visitorId(), option: choice });
      setPoll(await call(`/${encodeURIComponent(poll.id)}`, { method: "PUT", headers: { "Content-Type": "application/json" }, body }));
      setProblem("");
      setMessage(words.counted);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : words.notCounted);
    }
  };
  return (
    <Card title={poll.label}>
      {poll.text && <p className="px-5 pt-4 text-sm whitespace-pre-line text-subtle">{poll.text}</p>}
      {poll.options.length === 0 ? (
        <p className="p-5 text-sm text-subtle">{words.noOptions}</p>
      ) : (
        <div className="grid divide-y md:grid-cols-2 md:divide-x md:divide-y-0">
          <form onSubmit={(event) => void vote(event)} className="p-5">
            <fieldset disabled={!poll.isOpen}>
              <legend className="text-sm font-semibold">{poll.isOpen ? words.yourChoice : words.votingHasEnded}</legend>
              <div className="mt-3 space-y-2.5">
                {poll.options.map((option) => (
                  <label key={option.id} className="flex items-center gap-2.5 text-sm">
                    <input
                      type="radio"
                      name={poll.id}
                      value={option.id}
                      checked={choice === option.id}
                      onChange={() => setChoice(option.id)}
                      className="size-4 accent-primary"
                    />
                    {option.label}
                  </label>
                ))}
              </div>
              {poll.isOpen && (
                <Button type="submit" variant="primary" disabled={choice === ""} className="mt-4">
                  {poll.mine === "" ? words.vote : words.voteAgain}
                </Button>
              )}
            </fieldset>
            {problem && (
              <p role="alert" className="mt-3 text-sm text-danger">
                {problem}
              </p>
            )}
            <p role="status" className="mt-3 text-sm font-medium text-success">
              {message}
            </p>
          </form>
          <Results poll={poll} />
        </div>
      )}
    </Card>
  );
}

export function Component() {
  const [polls, setPolls] = useState<readonly PollView[] | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    const abort = new AbortController();
    call<{ items: PollView[] }>(`?visitor=${visitorId()}`, { signal: abort.signal }).then(
      ({ items }) => setPolls(items),
      (error: unknown) => {
        if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : words.loadingFailed);
      },
    );
    return () => abort.abort();
  }, []);
  return (
    <>
      <PageHeader title={words.vote} description={words.lead} />
      {problem && <p role="alert">{problem}</p>}
      {polls?.length === 0 && (
        <Card>
          <EmptyState icon={<Icon name="chart" />} title={words.noPollsYet} text={words.pollsWillShow} />
        </Card>
      )}
      <div className="space-y-5">{polls?.map((poll) => <Poll key={poll.id} start={poll} />)}</div>
    </>
  );
}

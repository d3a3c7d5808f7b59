import { type FormEvent, useEffect, useState } from "react";
import { fieldOf, modelOf } from "../../../shared/lookup.ts";
import type { ApiErrorBody, RecordLabel } from "../../../shared/model.ts";
import type { QuizQuestion, QuizScore } from "../../../shared/quiz/quiz-settings.ts";
import { quizSettings as settings } from "../../../shared/quiz/settings.ts";
import { classNames } from "../../class-names.ts";
import { controlLook } from "../../components/fields/control.ts";
import { ReferencePicker } from "../../components/fields/reference-picker.tsx";
import { Icon } from "../../components/icon.tsx";
import { Badge } from "../../components/ui/badge.tsx";
import { Button, ButtonLink } from "../../components/ui/button.tsx";
import { Card, EmptyState } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { readStored, store } from "../stored.ts";
import { words } from "./words.ts";

const model = modelOf(settings.model);

async function call<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(`/api/${settings.slug}${path}`, init);
  const body = (await response.json()) as Answer | ApiErrorBody;
  if (typeof body === "object" && body !== null && "error" in body) throw new Error(body.error.message);
  return body as Answer;
}

function Result({ score, onAgain }: { score: QuizScore; onAgain: () => void }) {
  const share = score.most === 0 ? 0 : Math.round((score.score / score.most) * 100);
  return (
    <Card title={words.yourResult}>
      <div role="status" className="px-5 py-8 text-center">
        <p className="text-5xl font-semibold tabular-nums">
          {score.score} / {score.most}
        </p>
        <p className="mt-2 font-medium text-accent">{words.shareRight(share)}</p>
        <Button variant="primary" onClick={onAgain} className="mt-5">
          {words.playAgain}
        </Button>
      </div>
      <ol className="divide-y border-t text-sm">
        {score.results.map((result) => (
          <li key={result.id} className="px-5 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-2">
              <p className="min-w-0 font-medium break-words">{result.text}</p>
              <Badge tone={result.isRight ? "success" : "danger"}>{result.isRight ? words.right : words.wrong}</Badge>
            </div>
            <p className="mt-1 text-subtle">
              {words.youAnswered(result.given || words.nothing)}
              {!result.isRight && `. Right: ${result.right}`}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Question({
  question,
  given,
  onAnswer,
}: {
  question: QuizQuestion;
  given: string;
  onAnswer: (answer: string) => void;
}) {
  if (question.options.length === 0)
    return (
      <label className="block font-medium">
        {question.text}
        <input value={given} onChange={(event) => onAnswer(event.target.value)} className={`${controlLook} mt-3`} />
      </label>
    );
  return (
    <fieldset>
      <legend className="mb-5 text-xl font-semibold text-balance break-words sm:text-2xl">{question.text}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {question.options.map((option) => (
          <label
            key={option}
            className={classNames(
              "flex cursor-pointer items-center gap-3 rounded-lg border px-5 py-4 font-medium transition-colors",
              given === option ? "border-accent bg-accent-soft text-accent" : "hover:border-accent hover:bg-muted",
            )}
          >
            <input
              type="radio"
              name={question.id}
              checked={given === option}
              onChange={() => onAnswer(option)}
              className="size-4 accent-primary"
            />
            {option}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Component() {
  const [group, setGroup] = useState<RecordLabel | null>(null);
  const [questions, setQuestions] = useState<readonly QuizQuestion[] | null>(null);
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [name, setName] = useState(() => readStored("visitor-name", ""));
  const [score, setScore] = useState<QuizScore | null>(null);
  const [problem, setProblem] = useState("");

  const groupId = group?.id ?? "";
  useEffect(() => {
    const abort = new AbortController();
    call<{ questions: QuizQuestion[] }>(`?${new URLSearchParams({ group: groupId })}`, { signal: abort.signal }).then(
      (answer) => setQuestions(answer.questions),
      (error: unknown) => {
        if (!abort.signal.aborted) setProblem(error instanceof Error ? error.message : words.notLoaded);
      },
    );
    return () => abort.abort();
  }, [groupId]);

  const restart = (): void => {
    setAt(0);
    setAnswers({});
    setScore(null);
  };
  const question = questions?.[at];
  const isLast = questions !== null && at === questions.length - 1;
  const next = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isLast) return setAt(at + 1);
    store("visitor-name", name);
    try {
      const all = Object.fromEntries((questions ?? []).map(({ id }) => [id, answers[id] ?? ""]));
      const body = JSON.stringify({ answers: all, name, group: groupId });
      setScore(await call("/score", { method: "POST", headers: { "Content-Type": "application/json" }, body }));
      setProblem("");
    } catch (error) {
      setProblem(error instanceof Error ? error.message : words.notSent);
    }
  };
  const groupField = settings.group && fieldOf(model, settings.group.field);
  return (
    <>
      <PageHeader title={words.playQuiz} description={words.lead} />
      {problem && (
        <p role="alert" className="mb-4 rounded-lg bg-danger-soft px-4 py-3 text-sm text-danger">
          {problem}
        </p>
      )}
      <div className="max-w-4xl space-y-5">
        {settings.group && groupField && !score && at === 0 && (
          <div className="max-w-sm">
            <label htmlFor="quiz-group" className="mb-1.5 block text-sm font-medium">
              {groupField.label}
            </label>
            <ReferencePicker
              id="quiz-group"
              target={modelOf(settings.group.model)}
              chosen={group?.label ?? ""}
              onChoose={(record) => {
                setGroup(record);
                restart();
              }}
            />
          </div>
        )}
        {score && <Result score={score} onAgain={restart} />}
        {questions?.length === 0 && (
          <Card>
            <EmptyState
              icon={<Icon name="book" />}
              title={words.noQuestionsYet}
              text={words.addSomeAndPlay}
              action={<ButtonLink to={`/${model.slug}/new`}>{words.addQuestion}</ButtonLink>}
            />
          </Card>
        )}
        {!score && question && questions && (
          <section
            aria-labelledby="quiz-question"
            className="overflow-hidden rounded-xl border bg-surface shadow-xs"
          >
            <div className="bg-primary px-5 py-5 text-on-primary sm:px-8">
              <h2 id="quiz-question" className="text-sm font-semibold">
                {words.questionOf(at, questions.length)}
              </h2>
              <div aria-hidden="true" className="mt-3 flex gap-1.5">
                {questions.map(({ id }, step) => (
                  <span
                    key={id}
                    className={classNames("h-1.5 flex-1 rounded-full bg-on-primary", step > at && "opacity-30")}
                  />
                ))}
              </div>
            </div>
            <form onSubmit={(event) => void next(event)} className="space-y-6 p-5 sm:p-8">
              <Question
                key={question.id}
                question={question}
                given={answers[question.id] ?? ""}
                onAnswer={(answer) => setAnswers({ ...answers, [question.id]: answer })}
              />
              {isLast && settings.result?.name !== undefined && (
                <label className="block text-sm font-medium">
                  {words.yourName}
                  <input
                    value={name}
                    maxLength={80}
                    autoComplete="name"
                    onChange={(event) => setName(event.target.value)}
                    className={`${controlLook} mt-1.5`}
                  />
                </label>
              )}
              <div className="flex justify-between gap-3">
                <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
                  {words.back}
                </Button>
                <Button type="submit" variant="primary">
                  {isLast ? words.seeResult : words.next}
                </Button>
              </div>
            </form>
          </section>
        )}
      </div>
    </>
  );
}

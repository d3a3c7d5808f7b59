import { useId, useState } from "react";
import type { LoopCommand } from "#protocol/frames.ts";
import { Button } from "../components/ui/button.tsx";
import { Input } from "../components/ui/input.tsx";

export interface PlanQuestion {
  question: string;
  choices: string[];
}

interface QuestionsProps {
  questions: readonly PlanQuestion[];
  pending: LoopCommand | null;
  run: (command: LoopCommand, comment?: string) => void;
}

/** What the architect wants to know before it plans. Each has choices, and room for an answer of one's own. */
export function Questions({ questions, pending, run }: QuestionsProps) {
  const [answers, setAnswers] = useState<Record<number, string>>({});
  const id = useId();
  const given = questions.map((_question, index) => (answers[index] ?? "").trim());
  const answer = (index: number, text: string) => setAnswers((before) => ({ ...before, [index]: text }));
  return (
    <section aria-labelledby={id} className="rounded-lg border border-waiting-line bg-waiting-soft p-3.5">
      <h2 id={id} className="font-[600]">
        Before planning
      </h2>
      {questions.map(({ question, choices }, index) => (
        <fieldset key={question} className="mt-3">
          <legend className="text-sm font-[560] wrap-anywhere">{question}</legend>
          <div className="mt-2 flex flex-wrap gap-2">
            {choices.map((choice) => (
              <label
                key={choice}
                className="flex cursor-pointer items-center gap-2 rounded-md border border-line bg-surface px-2.5 py-1.5 text-sm has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  name={`${id}-${index}`}
                  checked={answers[index] === choice}
                  onChange={() => answer(index, choice)}
                />
                <span className="wrap-anywhere">{choice}</span>
              </label>
            ))}
          </div>
          <Input
            aria-label={`Your own answer: ${question}`}
            placeholder="Something else…"
            maxLength={500}
            value={choices.includes(answers[index] ?? "") ? "" : (answers[index] ?? "")}
            onChange={(event) => answer(index, event.target.value)}
            className="mt-2 text-sm"
          />
        </fieldset>
      ))}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          look="primary"
          size="sm"
          busy={pending === "reject"}
          disabled={given.every((text) => text === "") || pending !== null}
          onClick={() => run("reject", describeAnswers(questions, given))}
        >
          Send answers
        </Button>
        <Button
          look="quiet"
          size="sm"
          busy={pending === "approve"}
          disabled={pending !== null}
          onClick={() => run("approve")}
        >
          Decide for me
        </Button>
      </div>
    </section>
  );
}

function describeAnswers(questions: readonly PlanQuestion[], given: readonly string[]): string {
  return questions.map(({ question }, index) => `${question}\n${given[index] || "Decide for me."}`).join("\n\n");
}

import { useState } from "react";
import { models } from "../../../shared/models.ts";
import { askedInputs, calculate, type Calculator } from "../../../shared/tools/calculator.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button, ButtonLink } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { readStored, store } from "../stored.ts";
import { words } from "./calculator-words.ts";

/** Where results can be kept, if the app has such a model. */
const savedModel = models.find(({ key }) => key === "savedResult");

const initialOf = (calculator: Calculator): Record<string, string> =>
  Object.fromEntries(calculator.inputs.map((input) => [input.key, input.initial]));

/** Inputs on the left, the answer on the right, at once; what was typed is there again next time. */
export function CalculatorPage({ calculator }: { calculator: Calculator }) {
  const [values, setValues] = useState<Record<string, string>>(() => ({
    ...initialOf(calculator),
    ...readStored<Record<string, string>>(`tool-${calculator.id}`, {}),
  }));
  const change = (next: Record<string, string>): void => {
    setValues(next);
    store(`tool-${calculator.id}`, next);
  };
  const answer = calculate(calculator, values);
  const errors = "errors" in answer ? answer.errors : {};
  const [main, ...others] = "results" in answer ? answer.results : [];
  return (
    <>
      <PageHeader title={calculator.title} description={calculator.description} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={words.yourValues}>
          <form className="space-y-5 p-5" onSubmit={(event) => event.preventDefault()} noValidate>
            {askedInputs(calculator, values).map((input) => {
              const id = `calculator-${input.key}`;
              const error = errors[input.key];
              const value = values[input.key] ?? "";
              const set = (text: string): void => change({ ...values, [input.key]: text });
              return (
                <div key={input.key}>
                  {input.heading && <h3 className="mb-4 border-t pt-5 text-sm font-semibold">{input.heading}</h3>}
                  <div className="mb-1.5 flex items-baseline justify-between gap-3 text-sm">
                    <label htmlFor={id} className="font-medium">
                      {input.label}
                    </label>
                    {input.unit && <span className="text-xs text-subtle">{input.unit}</span>}
                  </div>
                  {input.choices ? (
                    <select id={id} value={value} onChange={(event) => set(event.target.value)} className={controlLook}>
                      {input.choices.map((choice) => (
                        <option key={choice.value} value={choice.value}>
                          {choice.label}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <input
                      id={id}
                      inputMode="decimal"
                      autoComplete="off"
                      value={value}
                      onChange={(event) => set(event.target.value)}
                      aria-invalid={error !== undefined}
                      aria-describedby={error === undefined ? undefined : `${id}-error`}
                      className={controlLook}
                    />
                  )}
                  {error && (
                    <p id={`${id}-error`} className="mt-1.5 text-sm text-danger">
                      {error}
                    </p>
                  )}
                </div>
              );
            })}
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => change(initialOf(calculator))}>{words.reset}</Button>
              {main && savedModel && (
                <ButtonLink
                  to={`/${savedModel.slug}/new?${new URLSearchParams({ title: `${calculator.title}: ${main.label}`, result: main.value })}`}
                >
                  {words.saveResult}
                </ButtonLink>
              )}
            </div>
          </form>
        </Card>
        <Card title={words.result}>
          <div aria-live="polite" className="p-5">
            {main ? (
              <>
                <p className="text-sm text-subtle">{main.label}</p>
                <output className="mt-1 block text-4xl font-semibold tracking-tight break-words tabular-nums">
                  {main.value}
                </output>
                {main.note && <p className="mt-2 text-sm font-medium text-accent">{main.note}</p>}
                {others.length > 0 && (
                  <dl className="mt-5 divide-y border-t text-sm">
                    {others.map((result) => (
                      <div key={result.label} className="flex flex-wrap justify-between gap-x-4 gap-y-1 py-2.5">
                        <dt className="text-subtle">{result.label}</dt>
                        <dd className="font-medium tabular-nums">
                          {result.value}
                          {result.note && <span className="ml-2 font-normal text-subtle">{result.note}</span>}
                        </dd>
                      </div>
                    ))}
                  </dl>
                )}
              </>
            ) : (
              <p className="text-sm text-subtle">{words.completeValues}</p>
            )}
          </div>
          <p className="border-t px-5 py-3 text-xs text-subtle">{calculator.method}</p>
        </Card>
      </div>
    </>
  );
}

import { type FormEvent, useState } from "react";
import { locale } from "../../../shared/app.ts";
import { readNumber } from "../../../shared/tools/calculator.ts";
import { type CurrencyRate, exchange, firstRates, isCurrencyCode } from "../../../shared/tools/currency.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { readStored, store } from "../stored.ts";
import { words } from "./currency-words.ts";

interface Stored {
  amount: string;
  from: string;
  to: string;
  rates: readonly CurrencyRate[];
}

const first: Stored = { amount: "100", from: "USD", to: "EUR", rates: firstRates };

const show = (value: number, code: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency: code }).format(value);

const names = new Intl.DisplayNames(locale, { type: "currency" });

function RateInput({ rate, onChange }: { rate: CurrencyRate; onChange: (value: number) => void }) {
  const [text, setText] = useState(String(rate.rate));
  const number = readNumber(text);
  const isWrong = !(number > 0);
  return (
    <input
      aria-label={words.forOneUsDollar(rate.code)}
      inputMode="decimal"
      value={text}
      aria-invalid={isWrong}
      onChange={(event) => {
        setText(event.target.value);
        const changed = readNumber(event.target.value);
        if (changed > 0) onChange(changed);
      }}
      className={`${controlLook} text-right tabular-nums`}
    />
  );
}

function Rates({ rates, onChange }: { rates: readonly CurrencyRate[]; onChange: (rates: CurrencyRate[]) => void }) {
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState("");
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const wished = code.trim().toUpperCase();
    if (!isCurrencyCode(wished)) return setProblem(words.enterCode);
    if (rates.some((rate) => rate.code === wished)) return setProblem(words.isListed(wished));
    setProblem("");
    setCode("");
    onChange([...rates, { code: wished, rate: 1 }]);
  };
  return (
    <Card title={words.ratesForOneUs}>
      <ul className="divide-y">
        {rates.map((rate) => (
          <li key={rate.code} className="grid grid-cols-[minmax(0,1fr)_8rem] items-center gap-3 px-5 py-2">
            <span className="min-w-0 text-sm">
              <span className="font-medium">{rate.code}</span>{" "}
              <span className="text-subtle">{names.of(rate.code)}</span>
            </span>
            {rate.code === "USD" ? (
              <span className="pr-3 text-right text-sm tabular-nums">1</span>
            ) : (
              <RateInput
                rate={rate}
                onChange={(value) =>
                  onChange(rates.map((other) => (other.code === rate.code ? { code: rate.code, rate: value } : other)))
                }
              />
            )}
          </li>
        ))}
      </ul>
      <form onSubmit={add} noValidate className="flex flex-wrap items-center gap-2 border-t p-4">
        <input
          aria-label={words.otherCode}
          placeholder={words.exampleCode}
          maxLength={3}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          aria-invalid={problem !== ""}
          className={`${controlLook} max-w-24 uppercase`}
        />
        <Button type="submit">{words.addCurrency}</Button>
        {problem && (
          <p role="alert" className="w-full text-sm text-danger">
            {problem}
          </p>
        )}
      </form>
    </Card>
  );
}

export function Component() {
  const [state, setState] = useState<Stored>(() => readStored("tool-currency", first));
  const change = (changes: Partial<Stored>): void => {
    const next = { ...state, ...changes };
    setState(next);
    store("tool-currency", next);
  };
  const amount = readNumber(state.amount);
  const [from, to] = [state.from, state.to].map((code) => state.rates.find((rate) => rate.code === code));
  const select = (label: string, value: string, onChange: (code: string) => void) => (
    <label className="block text-sm font-medium">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)} className={`${controlLook} mt-1.5`}>
        {state.rates.map(({ code }) => (
          <option key={code} value={code}>
            {code} · {names.of(code)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <PageHeader title={words.currencyConverter} description={words.lead} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title={words.convert}>
          <div className="space-y-5 p-5">
            <label className="block text-sm font-medium">
              {words.amount}
              <input
                inputMode="decimal"
                value={state.amount}
                aria-invalid={Number.isNaN(amount)}
                onChange={(event) => change({ amount: event.target.value })}
                className={`${controlLook} mt-1.5`}
              />
            </label>
            {select("From", state.from, (code) => change({ from: code }))}
            {select("To", state.to, (code) => change({ to: code }))}
            <Button onClick={() => change({ from: state.to, to: state.from })}>{words.swap}</Button>
            <div aria-live="polite" className="border-t pt-5">
              {Number.isNaN(amount) || !from || !to ? (
                <p className="text-sm text-danger">{words.enterAmount}</p>
              ) : (
                <>
                  <p className="text-sm text-subtle">{words.amountIs(show(amount, from.code))}</p>
                  <output className="mt-1 block text-4xl font-semibold tracking-tight break-words tabular-nums">
                    {show(exchange(amount, from, to), to.code)}
                  </output>
                </>
              )}
            </div>
          </div>
        </Card>
        <Rates rates={state.rates} onChange={(rates) => change({ rates })} />
      </div>
    </>
  );
}

import { type FormEvent, useState } from "react";
import { RequestError } from "../api.ts";
import { words } from "./words.ts";

export type Problems = Readonly<Record<string, string>>;

/** Sends a form's inputs by their names, and keeps what the server says about them. */
export function useSubmit(work: (values: Record<string, string>, form: HTMLFormElement) => Promise<void>) {
  const [problem, setProblem] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const values: Record<string, string> = {};
    for (const [name, value] of new FormData(form)) if (typeof value === "string") values[name] = value;
    setBusy(true);
    setProblem("");
    setProblems({});
    try {
      await work(values, form);
    } catch (failure) {
      const fields = failure instanceof RequestError ? failure.fields : {};
      setProblem(failure instanceof Error ? failure.message : words.thatDidNotWork);
      setProblems(fields);
      const [first] = Object.keys(fields);
      const input = first === undefined ? null : form.elements.namedItem(first);
      if (input instanceof HTMLElement) input.focus();
    } finally {
      setBusy(false);
    }
  };
  return { submit: (event: FormEvent<HTMLFormElement>) => void submit(event), problem, problems, isBusy };
}

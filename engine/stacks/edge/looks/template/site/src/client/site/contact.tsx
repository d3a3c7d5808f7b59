import { type FormEvent, useState } from "react";
import { appName } from "../../shared/app.ts";
import { modelOf } from "../../shared/lookup.ts";
import { site } from "../../shared/site.ts";
import { api, RequestError } from "../api.ts";
import { Button } from "../components/ui/button.tsx";
import { pageWidth } from "./section.tsx";
import { Reach } from "./reach.tsx";
import { Seo } from "./seo.tsx";
import { say } from "../../shared/say.ts";
import { words } from "./words.ts";

const inputs = [
  { name: "name", label: "yourName", type: "text", autoComplete: "name" },
  { name: "email", label: "email", type: "email", autoComplete: "email" },
  { name: "message", label: "message", type: "textarea", autoComplete: "off" },
] as const;

const inputLook = "mt-1.5 w-full rounded-lg border border-control bg-surface px-3 py-2.5 aria-invalid:border-danger";

export function ContactPage() {
  const [state, setState] = useState<"open" | "sending" | "sent">("open");
  const [problem, setProblem] = useState("");
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.currentTarget));
    setState("sending");
    setProblem("");
    setProblems({});
    try {
      await api.create(modelOf(site.contact), values);
      setState("sent");
    } catch (failure) {
      setState("open");
      setProblem(failure instanceof Error ? failure.message : say.failed);
      if (failure instanceof RequestError) setProblems(failure.fields);
    }
  };

  return (
    <div className={`${pageWidth} py-12`}>
      <Seo title={words.contact} description={words.contactDescription(appName)} />
      <div className="mx-auto max-w-2xl">
        <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">{words.contact}</h1>
        <p className="mt-3 text-lg text-pretty text-subtle">{words.contactLead}</p>
        <Reach className="mt-5" />
        <div role="status">
          {state === "sent" && (
            <p className="mt-8 rounded-xl border bg-success-soft p-6 font-medium text-success">{words.sent}</p>
          )}
        </div>
        {state !== "sent" && (
          <form
            noValidate
            onSubmit={(event) => void submit(event)}
            className="mt-8 space-y-5 rounded-xl border bg-surface p-6 shadow-xs"
          >
            {inputs.map(({ name, label, type, autoComplete }) => {
              const error = problems[name];
              const common = {
                name,
                autoComplete,
                required: true,
                className: inputLook,
                ...(error && { "aria-invalid": true, "aria-describedby": `${name}-error` }),
              };
              return (
                <div key={name}>
                  <label className="block text-sm font-medium">
                    {words[label]}
                    {type === "textarea" ? <textarea rows={6} {...common} /> : <input type={type} {...common} />}
                  </label>
                  {error && (
                    <p id={`${name}-error`} className="mt-1 text-sm text-danger">
                      {error}
                    </p>
                  )}
                </div>
              );
            })}
            {problem && (
              <p role="alert" className="text-sm text-danger">
                {problem}
              </p>
            )}
            <Button type="submit" variant="primary" disabled={state === "sending"}>
              {words.send}
            </Button>
          </form>
        )}
      </div>
    </div>
  );
}

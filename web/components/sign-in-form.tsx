import CircleAlert from "lucide-react/icons/circle-alert";
import { type FormEvent, useRef, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { ApiError, errorLine } from "../lib/api-error.ts";
import { safeNext } from "../lib/safe-next.ts";
import { Button } from "./ui/button.tsx";
import { Field } from "./ui/field.tsx";
import { Input } from "./ui/input.tsx";
import { Notice } from "./ui/notice.tsx";

export interface SignInField {
  name: string;
  label: string;
  type: "text" | "email" | "password";
  autoComplete: string;
  required: boolean;
  hint?: string;
  /** The problem with a value, or null. */
  check: (value: string) => string | null;
}

interface SignInFormProps {
  fields: readonly SignInField[];
  action: string;
  send: (values: Record<string, string>) => Promise<void>;
}

export function SignInForm({ fields, action, send }: SignInFormProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const [search] = useSearchParams();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const values = Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? "")]));
    const found = Object.fromEntries(
      fields.flatMap(({ name, check }) => {
        const problem = check(values[name] ?? "");
        return problem === null ? [] : [[name, problem] as const];
      }),
    );
    setProblems(found);
    setFailure(null);
    const first = Object.keys(found)[0];
    if (first !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
      return;
    }
    setBusy(true);
    try {
      await send(values);
      await navigate(safeNext(search), { replace: true });
    } catch (error) {
      setFailure(error);
      if (error instanceof ApiError)
        setProblems(Object.fromEntries(error.fields.map(({ path, message }) => [path, message])));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="mt-6 flex flex-col gap-4">
      <div role="alert" className="empty:hidden">
        {failure !== null && (
          <Notice tone="danger" icon={<CircleAlert />}>
            {errorLine(failure)}
          </Notice>
        )}
      </div>
      {fields.map(({ name, label, type, autoComplete, required, hint }) => (
        <Field key={name} label={label} hint={hint} problem={problems[name]}>
          {(ids) => (
            <Input {...ids} name={name} type={type} autoComplete={autoComplete} required={required} maxLength={256} />
          )}
        </Field>
      ))}
      <Button type="submit" look="primary" size="lg" busy={busy} className="mt-2">
        {action}
      </Button>
    </form>
  );
}

export const emailField: SignInField = {
  name: "email",
  label: "Email",
  type: "email",
  autoComplete: "email",
  required: true,
  check: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : "Enter an email address like name@example.com."),
};

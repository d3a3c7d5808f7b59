import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { discussionSettings as settings } from "../../../shared/discussions/settings.ts";
import { readRecord } from "../../../shared/read-record.ts";
import { api, RequestError } from "../../api.ts";
import { FieldInput } from "../../components/fields/field-input.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Card } from "../../components/ui/card.tsx";
import { accountName } from "../../permissions.ts";
import { type FormValues, formValues } from "../../record-form-state.ts";
import { readStored, store } from "../stored.ts";
import { reasonOf, stamps, threadModel, threadPath } from "./discussions-api.ts";
import { words } from "./words.ts";
import { WriterInput } from "./writer-input.tsx";

const { threads } = settings;

export function StartForm({ onCancel }: { onCancel: () => void }) {
  const navigate = useNavigate();
  const [values, setValues] = useState<FormValues>(() => formValues(threadModel, null, new URLSearchParams()));
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isHidden, setHidden] = useState(false);
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);
  const account = accountName();
  const [author, setAuthor] = useState(() => account ?? readStored("visitor-name", ""));

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const whole = {
      ...values,
      ...stamps(threadModel, threads.stamped),
      ...(threads.author !== undefined && { [threads.author]: isHidden ? words.anonymous : author.trim() || words.someone }),
      ...(threads.anonymous !== undefined && { [threads.anonymous]: isHidden }),
    };
    const read = readRecord(threadModel, whole);
    if ("problems" in read) {
      setErrors(read.problems);
      return setProblem(words.checkFields);
    }
    if (account === null) store("visitor-name", author);
    setSending(true);
    try {
      const { id } = await api.create(threadModel, read.values);
      void navigate(threadPath(id));
    } catch (failure) {
      setSending(false);
      setProblem(reasonOf(failure, words.notSaved));
      if (failure instanceof RequestError) setErrors(failure.fields);
    }
  };

  return (
    <Card title={words.start} className="mb-5">
      <form noValidate onSubmit={(event) => void send(event)} className="space-y-5 p-5">
        {problem && (
          <p role="alert" className="text-sm font-medium text-danger">
            {problem}
          </p>
        )}
        {threadModel.fields
          .filter(({ key }) => threads.asked.includes(key))
          .map((field) => (
            <FieldInput
              key={field.key}
              field={field}
              value={values[field.key] ?? ""}
              onChange={(value) => {
                setValues((current) => ({ ...current, [field.key]: value }));
                setErrors(({ [field.key]: _mended, ...rest }) => rest);
              }}
              error={errors[field.key]}
              referenceLabel={names[field.key] ?? ""}
              onReference={(label) => setNames((current) => ({ ...current, [field.key]: label }))}
            />
          ))}
        <WriterInput
          account={account}
          isNamed={threads.author !== undefined}
          mayHide={threads.anonymous !== undefined}
          name={author}
          isHidden={isHidden}
          onName={setAuthor}
          onHide={setHidden}
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={isSending}>
            {isSending ? words.starting : words.post}
          </Button>
          <Button onClick={onCancel}>{words.cancel}</Button>
        </div>
      </form>
    </Card>
  );
}

import { type FormEvent, useState } from "react";
import { discussionSettings as settings } from "../../../shared/discussions/settings.ts";
import { fieldOf } from "../../../shared/lookup.ts";
import { api } from "../../api.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button } from "../../components/ui/button.tsx";
import { accountName } from "../../permissions.ts";
import { formValues } from "../../record-form-state.ts";
import { readRecord } from "../../../shared/read-record.ts";
import { readStored, store } from "../stored.ts";
import { reasonOf, replyModel, stamps } from "./discussions-api.ts";
import { words } from "./words.ts";
import { WriterInput } from "./writer-input.tsx";

const { replies } = settings;
const longestReply = fieldOf(replyModel, replies.body)?.type === "text" ? 200 : 10_000;

export function ReplyForm({ thread, onReply }: { thread: string; onReply: (id: string) => Promise<void> }) {
  const account = accountName();
  const [author, setAuthor] = useState(() => account ?? readStored("visitor-name", ""));
  const [body, setBody] = useState("");
  const [isHidden, setHidden] = useState(false);
  const [problem, setProblem] = useState("");
  const [isSending, setSending] = useState(false);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const whole = {
      ...formValues(replyModel, null, new URLSearchParams()),
      ...stamps(replyModel, replies.stamped),
      [replies.thread]: thread,
      [replies.body]: body.trim(),
      ...(replies.author !== undefined && { [replies.author]: isHidden ? words.anonymous : author.trim() || words.someone }),
      ...(replies.anonymous !== undefined && { [replies.anonymous]: isHidden }),
    };
    const read = readRecord(replyModel, whole);
    if ("problems" in read) return setProblem(Object.values(read.problems)[0] ?? words.checkFields);
    if (account === null) store("visitor-name", author);
    setSending(true);
    try {
      const { id } = await api.create(replyModel, read.values);
      setBody("");
      setProblem("");
      await onReply(id);
    } catch (failure) {
      setProblem(reasonOf(failure, words.notSaved));
    } finally {
      setSending(false);
    }
  };

  return (
    <form onSubmit={(event) => void send(event)} className="space-y-3 border-t p-5">
      <WriterInput
        account={account}
        isNamed={replies.author !== undefined}
        mayHide={replies.anonymous !== undefined}
        name={author}
        isHidden={isHidden}
        onName={setAuthor}
        onHide={setHidden}
      />
      <label className="block text-sm font-medium">
        {words.reply}
        <textarea
          value={body}
          rows={4}
          maxLength={longestReply}
          onChange={(event) => setBody(event.target.value)}
          className={`${controlLook} mt-1.5 h-auto py-2`}
        />
      </label>
      {problem && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
      <Button type="submit" variant="primary" disabled={isSending || body.trim() === ""}>
        {words.postReply}
      </Button>
    </form>
  );
}

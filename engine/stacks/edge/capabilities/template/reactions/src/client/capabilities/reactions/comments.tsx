import { type FormEvent, useState } from "react";
import { formatRelative } from "../../../shared/format.ts";
import type { ReactionsView } from "../../../shared/reactions/reactions.ts";
import { controlLook } from "../../components/fields/control.ts";
import { Button } from "../../components/ui/button.tsx";
import { readStored, store } from "../stored.ts";
import { words } from "./words.ts";

/** What was written below a record, and the form that adds to it; loaded where there are comments alone. */
export function Comments({
  view,
  onWrite,
  onRemove,
}: {
  view: ReactionsView;
  onWrite: (author: string, body: string) => Promise<boolean>;
  onRemove: (id: string) => void;
}) {
  const [author, setAuthor] = useState(() => readStored("visitor-name", ""));
  const [body, setBody] = useState("");
  const write = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (view.writer === null) store("visitor-name", author);
    if (await onWrite(author, body)) setBody("");
  };
  return (
    <div className="border-t">
      <h3 className="px-5 pt-4 text-sm font-semibold">
        {view.comments.length === 0 ? words.noCommentsYet : words.commentsCount(view.comments.length)}
      </h3>
      <ul className="divide-y">
        {view.comments.map((comment) => (
          <li key={comment.id} className="px-5 py-3 text-sm">
            <div className="flex items-baseline justify-between gap-3">
              <p>
                <span className="font-medium">{comment.author || words.visitor}</span>{" "}
                <span className="text-xs text-subtle">{formatRelative(comment.createdAt)}</span>
              </p>
              {comment.mayDelete && (
                <Button variant="ghost" size="small" onClick={() => onRemove(comment.id)}>
                  {words.deleteIt}
                  <span className="sr-only">{comment.isMine ? words.ofMine : words.commentOf(comment.author || words.visitor)}</span>
                </Button>
              )}
            </div>
            <p className="mt-1 break-words whitespace-pre-line">{comment.body}</p>
          </li>
        ))}
      </ul>
      <form onSubmit={(event) => void write(event)} className="space-y-3 border-t p-5">
        {view.writer === null && (
          <label className="block text-sm font-medium">
            {words.yourName}
            <input
              value={author}
              maxLength={60}
              autoComplete="name"
              onChange={(event) => setAuthor(event.target.value)}
              className={`${controlLook} mt-1.5 max-w-xs`}
            />
          </label>
        )}
        <label className="block text-sm font-medium">
          {words.comment}
          <textarea
            value={body}
            rows={3}
            maxLength={2_000}
            onChange={(event) => setBody(event.target.value)}
            className={`${controlLook} mt-1.5 h-auto py-2`}
          />
        </label>
        <Button type="submit" variant="primary" disabled={body.trim() === ""}>
          {words.postComment}
        </Button>
      </form>
    </div>
  );
}

import { lazy, Suspense, useId, useState } from "react";
import type { LinkSide } from "../../shared/lookup.ts";
import { say } from "../../shared/say.ts";
import type { ApiPage, ApiRecord, ModelMeta } from "../../shared/model.ts";
import { api } from "../api.ts";
import { may } from "../permissions.ts";
import { Link } from "../routing/links.tsx";
import { Icon } from "./icon.tsx";
import { Card } from "./ui/card.tsx";
import { useRevalidator } from "../routing/pages.tsx";

const ReferencePicker = lazy(async () => ({
  default: (await import("./fields/reference-picker.tsx")).ReferencePicker,
}));

interface LinkListProps {
  model: ModelMeta;
  record: ApiRecord;
  end: LinkSide;
  page: ApiPage;
}

/** The other side of a many-to-many relationship, to add to and take away from. */
export function LinkList({ model, record: owner, end, page }: LinkListProps) {
  const { id } = owner;
  const mayChange = may(model, "update", owner);
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState("");
  const [status, setStatus] = useState("");
  // A new key empties the picker after each choice.
  const [round, setRound] = useState(0);
  const inputId = useId();

  const run = async (change: Promise<void>, done: string): Promise<void> => {
    setProblem("");
    try {
      await change;
      setStatus(done);
      setRound((count) => count + 1);
      await revalidate();
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : say.failed);
    }
  };

  return (
    <Card title={end.label}>
      <div className="space-y-4 px-5 py-4">
        {page.items.length === 0 ? (
          <p className="text-sm text-subtle">{say.noneYet(end.other)}.</p>
        ) : (
          <ul aria-label={end.label} className="flex flex-wrap gap-2">
            {page.items.map((record) => (
              <li
                key={record.id}
                className="inline-flex max-w-full items-center rounded-full border bg-muted pl-3 text-sm"
              >
                <Link to={`/${end.other.slug}/${record.id}`} className="truncate rounded font-medium hover:underline">
                  {record._label}
                </Link>
                {mayChange ? (
                  <button
                    type="button"
                    aria-label={say.takeAwayName(record._label)}
                    onClick={() =>
                      void run(api.unlink(model, id, end.link.slug, end.side, record.id), say.takenAway(record._label))
                    }
                    className="ml-1 grid size-8 shrink-0 place-items-center rounded-full text-subtle hover:text-danger"
                  >
                    <Icon name="close" className="size-3.5" />
                  </button>
                ) : (
                  <span className="h-8 w-3" />
                )}
              </li>
            ))}
          </ul>
        )}
        {mayChange && (
          <div className="min-h-10 max-w-sm">
            <Suspense fallback={null}>
              <ReferencePicker
                key={round}
                id={inputId}
                label={say.addTo(end.other, end.label)}
                target={end.other}
                chosen=""
                onChoose={(record) =>
                  record && void run(api.link(model, id, end.link.slug, end.side, record.id), say.added(record.label))
                }
              />
            </Suspense>
          </div>
        )}
        {problem && (
          <p role="alert" className="text-sm text-danger">
            {problem}
          </p>
        )}
        <p role="status" className="sr-only">
          {status}
        </p>
      </div>
    </Card>
  );
}

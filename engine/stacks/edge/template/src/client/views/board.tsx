// A column for each choice of a field. Cards move by dragging, or with the two arrows each of them has.
import { type DragEvent, useEffect, useState } from "react";
import { choiceTone } from "../../shared/choice-tone.ts";
import { formatCount } from "../../shared/format.ts";
import type { ApiRecord, Tone } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { api } from "../api.ts";
import { may } from "../permissions.ts";
import { classNames } from "../class-names.ts";
import { Icon } from "../components/icon.tsx";
import { Button } from "../components/ui/button.tsx";
import { CardText } from "./record-card.tsx";
import type { ViewProps } from "./view.ts";
import { useRevalidator } from "../routing/pages.tsx";

const dots: Readonly<Record<Tone | "neutral", string>> = {
  neutral: "bg-control",
  info: "bg-info",
  success: "bg-success",
  warning: "bg-warning",
  danger: "bg-danger",
};

interface Column {
  /** Empty for records without a value. */
  value: string;
  label: string;
}

export function BoardView({ model, field, page }: ViewProps) {
  const { revalidate } = useRevalidator();
  // Where cards were moved, by record; shown at once, and taken back when the server refuses.
  const [moves, setMoves] = useState<Readonly<Record<string, string>>>({});
  const [target, setTarget] = useState<string | null>(null);
  const [news, setNews] = useState("");
  const [problem, setProblem] = useState("");
  // A moved card is another element in another column: the focus follows it.
  const [followed, setFollowed] = useState<{ id: string } | null>(null);

  const columns: Column[] = [
    ...(field.choices ?? []),
    // Last, since it is mostly empty.
    ...(field.required ? [] : [{ value: "", label: say.noValue(field.label) }]),
  ];
  const valueOf = (record: ApiRecord): string => moves[record.id] ?? String(record[field.key] ?? "");

  useEffect(() => {
    if (!followed) return;
    const buttons = document.querySelectorAll<HTMLButtonElement>(`#card-${followed.id} button`);
    [...buttons].find((button) => !button.disabled)?.focus();
  }, [followed]);

  const move = async (record: ApiRecord, column: Column): Promise<void> => {
    if (valueOf(record) === column.value) return;
    setProblem("");
    setNews(`${record._label}: ${column.label}`);
    setMoves((current) => ({ ...current, [record.id]: column.value }));
    try {
      await api.change(model, record.id, { [field.key]: column.value === "" ? null : column.value });
      await revalidate();
    } catch (failure) {
      setProblem(say.notMoved(record._label, failure instanceof Error ? failure.message : ""));
      setMoves(({ [record.id]: _refused, ...rest }) => rest);
    }
  };

  const drop = (event: DragEvent, column: Column): void => {
    event.preventDefault();
    setTarget(null);
    const record = page.items.find(({ id }) => id === event.dataTransfer.getData("text/plain"));
    if (record) void move(record, column);
  };

  return (
    <div>
      <p role="status" className="sr-only">
        {news}
      </p>
      {problem && (
        <p role="alert" className="border-b bg-danger-soft px-5 py-3 text-sm text-danger">
          {problem}
        </p>
      )}
      {/* Wider than the page: the keyboard scrolls it once it has the focus. */}
      <div
        role="region"
        aria-label={say.boardBy(field.label)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="flex snap-x scroll-px-3 gap-3 overflow-x-auto p-3"
      >
        {columns.map((column, at) => {
          const records = page.items.filter((record) => valueOf(record) === column.value);
          const neighbours = [
            { column: columns[at - 1], icon: "left" },
            { column: columns[at + 1], icon: "right" },
          ];
          return (
            // Dragging is one way; the arrows of the cards are the other.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <section
              key={column.value}
              aria-label={column.label}
              onDragOver={(event) => {
                event.preventDefault();
                setTarget(column.value);
              }}
              onDragLeave={() => setTarget(null)}
              onDrop={(event) => drop(event, column)}
              className={classNames(
                "w-[80vw] max-w-72 min-w-56 flex-1 shrink-0 snap-start rounded-lg bg-muted p-2 sm:w-64",
                target === column.value && "outline-2 outline-accent",
              )}
            >
              <h2 className="flex justify-between gap-2 px-1.5 pt-1 pb-2 text-sm font-semibold">
                <span className="flex min-w-0 items-center gap-2 break-words">
                  <span
                    aria-hidden="true"
                    className={`size-2 shrink-0 rounded-full ${dots[choiceTone(column.label) ?? "neutral"]}`}
                  />
                  {column.label}
                </span>
                <span className="font-normal text-subtle tabular-nums">{formatCount(records.length)}</span>
              </h2>
              <ul className="min-h-16 space-y-2">
                {records.map((record) => (
                  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
                  <li
                    key={record.id}
                    id={`card-${record.id}`}
                    draggable={may(model, "update", record)}
                    onDragStart={(event) => {
                      event.dataTransfer.setData("text/plain", record.id);
                      event.dataTransfer.effectAllowed = "move";
                    }}
                    className="cursor-grab rounded-lg border bg-surface p-3 shadow-xs active:cursor-grabbing"
                  >
                    <CardText model={model} record={record} without={field} />
                    <div className="mt-1 -mb-1.5 flex justify-end">
                      {neighbours.map((neighbour) => (
                        <Button
                          key={neighbour.icon}
                          variant="ghost"
                          size="icon"
                          disabled={!neighbour.column || !may(model, "update", record)}
                          aria-label={neighbour.column ? say.moveTo(record._label, neighbour.column.label) : say.move}
                          title={neighbour.column?.label}
                          className="size-7"
                          onClick={() => {
                            if (!neighbour.column) return;
                            setFollowed({ id: record.id });
                            void move(record, neighbour.column);
                          }}
                        >
                          <Icon name={neighbour.icon} className="size-4" />
                        </Button>
                      ))}
                    </div>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {page.total > page.items.length && (
        <p className="border-t px-5 py-3 text-sm text-subtle">{say.firstOf(page.items.length, page.total, model)}</p>
      )}
    </div>
  );
}

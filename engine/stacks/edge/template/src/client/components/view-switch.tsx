import type { ModelMeta } from "../../shared/model.ts";
import { type ChosenView, firstView, viewsOf } from "../../shared/views.ts";
import { say } from "../../shared/say.ts";
import { classNames } from "../class-names.ts";
import { Link } from "../routing/links.tsx";
import { controlLook } from "./fields/control.ts";
import { Icon } from "./icon.tsx";

const icons = { table: "table", cards: "grid", board: "board", calendar: "calendar", gallery: "image" } as const;

interface ViewSwitchProps {
  model: ModelMeta;
  view: ChosenView;
  query: URLSearchParams;
  onChange: (changes: Record<string, string>) => void;
}

/** The ways to look at the list; absent where the table is the only one. */
export function ViewSwitch({ model, view, query, onChange }: ViewSwitchProps) {
  const views = viewsOf(model);
  if (views.length < 2) return null;
  const linkTo = (id: string): string => {
    const next = new URLSearchParams([...query].filter(([name]) => name !== "page" && !/^view(\.|$)/.test(name)));
    if (id !== firstView(model)) next.set("view", id);
    return `?${next}`;
  };
  const fields = views.find(({ id }) => id === view.id)?.fields ?? [];
  return (
    <>
      <nav aria-label={say.views} className="flex rounded-lg border border-control/60 bg-surface p-0.5 shadow-xs">
        {views.map(({ id }) => (
          <Link
            key={id}
            to={linkTo(id)}
            replace
            preventScrollReset
            aria-current={id === view.id ? "page" : undefined}
            className={classNames(
              "flex h-[2.125rem] items-center gap-1.5 rounded-md px-2.5 text-sm font-medium",
              id === view.id ? "bg-accent-soft text-accent" : "text-subtle hover:text-text",
            )}
          >
            <Icon name={icons[id]} className="size-4" />
            <span className="max-sm:sr-only">{say.view[id]}</span>
          </Link>
        ))}
      </nav>
      {fields.length > 1 && (
        <select
          aria-label={say.viewBy(say.view[view.id])}
          value={view.field?.key}
          onChange={(event) => onChange({ "view.by": event.target.value })}
          className={`${controlLook} w-auto max-w-48`}
        >
          {fields.map((field) => (
            <option key={field.key} value={field.key}>
              {say.by(field.label)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

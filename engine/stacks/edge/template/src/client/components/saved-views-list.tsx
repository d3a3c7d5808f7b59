import { type FormEvent, useState } from "react";
import type { ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { readStored, store } from "../capabilities/stored.ts";
import { Link } from "../routing/links.tsx";
import { controlLook } from "./fields/control.ts";
import { Icon } from "./icon.tsx";
import { Button } from "./ui/button.tsx";
import { menuItemLook } from "./ui/popover.tsx";

interface SavedView {
  name: string;
  query: string;
}

/** Searches, filters and views under a name, kept in this browser; to open, to forget, and to add the present one. */
export function SavedViewsList({ model, query }: { model: ModelMeta; query: URLSearchParams }) {
  const place = `views.${model.key}`;
  const [views, setViews] = useState(() => readStored<readonly SavedView[]>(place, []));
  const [name, setName] = useState("");

  const change = (next: readonly SavedView[]): void => {
    setViews(next);
    store(place, next);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === "") return;
    const kept = new URLSearchParams(query);
    kept.delete("page");
    change([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), query: String(kept) }]);
    setName("");
  };

  return (
    <>
      {views.length === 0 && <p className="px-3 py-2 text-subtle">{say.savedViewsHint}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name} className="flex items-center">
            <Link to={`?${view.query}`} className={`${menuItemLook} min-w-0 flex-1 break-words`}>
              {view.name}
            </Link>
            <Button
              variant="ghost"
              size="icon"
              aria-label={say.forget(view.name)}
              onClick={() => change(views.filter((other) => other !== view))}
            >
              <Icon name="close" className="size-4" />
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={save} className="mt-1 flex items-center gap-2 border-t p-2 pt-3">
        <input
          aria-label={say.nameOfView}
          placeholder={say.name}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className={controlLook}
        />
        <Button type="submit" size="small">
          {say.save}
        </Button>
      </form>
    </>
  );
}

import { useEffect, useRef, useState } from "react";
import type { FieldMeta, ModelMeta } from "../../shared/model.ts";
import { isFilter } from "../../shared/views.ts";
import { say } from "../../shared/say.ts";
import { Icon } from "./icon.tsx";
import { controlLook } from "./fields/control.ts";
import { Button } from "./ui/button.tsx";

const typingPause = 250;
const mostFilters = 4;

export const filterFields = (model: ModelMeta): FieldMeta[] =>
  model.fields.filter((field) => field.type === "enum" || field.type === "boolean").slice(0, mostFilters);

const choicesOf = (field: FieldMeta): readonly { value: string; label: string }[] =>
  field.choices ?? [
    { value: "true", label: say.yes },
    { value: "false", label: say.no },
  ];

interface ListFiltersProps {
  model: ModelMeta;
  query: URLSearchParams;
  onChange: (changes: Record<string, string>) => void;
  onClear: () => void;
}

export function ListFilters({ model, query, onChange, onClear }: ListFiltersProps) {
  const asked = query.get("q") ?? "";
  // Ahead of the address while someone types.
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(text), typingPause);
  };
  const ask = (text: string): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    onChange({ q: text });
  };
  // At once: later it would call back someone who has meanwhile gone to another page.
  const leave = (): void => {
    if (timer.current !== undefined) ask(typed ?? "");
    setTyped(null);
  };

  const fields = filterFields(model);
  const isFiltered = [...query.keys()].some(isFilter);
  return (
    <search className="grid grid-cols-2 items-center gap-2 border-b p-3 sm:flex sm:flex-wrap">
      <div className="relative col-span-2 min-w-48 flex-1">
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-subtle"
        />
        <input
          type="search"
          value={typed ?? asked}
          onChange={(event) => search(event.target.value)}
          onBlur={leave}
          aria-label={say.search(model)}
          placeholder={say.search(model)}
          className={`${controlLook} pl-9`}
        />
      </div>
      {fields.map((field) => (
        <select
          key={field.key}
          aria-label={say.filterBy(field.label)}
          value={query.get(field.key) ?? ""}
          onChange={(event) => onChange({ [field.key]: event.target.value })}
          className={`${controlLook} sm:w-auto sm:max-w-48`}
        >
          <option value="">{say.allOf(field.label)}</option>
          {choicesOf(field).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {field.type === "boolean" ? say.valueOf(field.label, choice.label) : choice.label}
            </option>
          ))}
        </select>
      ))}
      {model.badges.length > 0 && (
        <select
          aria-label={say.filterByBadge}
          value={query.get("badge") ?? ""}
          onChange={(event) => onChange({ badge: event.target.value })}
          className={`${controlLook} sm:w-auto sm:max-w-48`}
        >
          <option value="">{say.allBadges}</option>
          {model.badges.map((badge) => (
            <option key={badge.slug} value={badge.slug}>
              {badge.label}
            </option>
          ))}
        </select>
      )}
      {isFiltered && (
        <Button
          variant="ghost"
          onClick={() => {
            clearTimeout(timer.current);
            setTyped(null);
            onClear();
          }}
        >
          {say.clear}
        </Button>
      )}
    </search>
  );
}

// A combobox after the ARIA pattern: type to search, arrows to move, Enter to choose, Escape to leave.
import { useEffect, useRef, useState } from "react";
import type { ModelMeta, RecordLabel } from "../../../shared/model.ts";
import { say } from "../../../shared/say.ts";
import { api } from "../../api.ts";
import { classNames } from "../../class-names.ts";
import { Icon } from "../icon.tsx";
import { controlLook } from "./control.ts";

const typingPause = 150;

interface ReferencePickerProps {
  id: string;
  target: ModelMeta;
  /** Name of the chosen record; empty when there is none. */
  chosen: string;
  onChoose: (record: RecordLabel | null) => void;
  required?: boolean;
  describedBy?: string | undefined;
  invalid?: boolean;
  label?: string;
}

export function ReferencePicker({
  id,
  target,
  chosen,
  onChoose,
  required = false,
  describedBy,
  invalid = false,
  label,
}: ReferencePickerProps) {
  // What is being typed; null while the input shows the chosen record.
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [options, setOptions] = useState<readonly RecordLabel[]>([]);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const listId = `${id}-options`;

  const text = typed ?? chosen;
  const query = typed === null ? "" : typed.trim();
  useEffect(() => {
    if (!isOpen) return;
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        api.options(target, query, abort.signal).then(
          ({ items }) => {
            setOptions(items);
            setActive(items.length > 0 && query !== "" ? 0 : -1);
            setState("ready");
          },
          () => abort.signal.aborted || setState("failed"),
        );
      },
      query === "" ? 0 : typingPause,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [isOpen, query, target]);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  // Near the end of the page the list would open out of sight.
  useEffect(() => {
    if (isOpen && options.length > 0) list.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen, options]);

  const choose = (option: RecordLabel | null): void => {
    onChoose(option);
    setTyped(null);
    setOpen(false);
  };

  const leave = (): void => {
    setOpen(false);
    // An emptied input means "none"; half a word means nothing.
    if (text.trim() === "" && chosen !== "") onChoose(null);
    setTyped(null);
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((current) => Math.max(0, Math.min(options.length - 1, current + step)));
    } else if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      const option = options[active];
      if (option) choose(option);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      setTyped(null);
      setOpen(false);
    }
  };

  const message = state === "loading" ? say.listLoading : state === "failed" ? say.listFailed : say.noneFound(target);
  return (
    <div className="relative">
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        aria-required={required}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        placeholder={say.search(target)}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
        }}
        onFocus={(event) => event.target.select()}
        onClick={() => setOpen(true)}
        onBlur={leave}
        onKeyDown={onKeyDown}
        className={`${controlLook} pr-9`}
      />
      <Icon name="chevron" className="pointer-events-none absolute top-3 right-3 size-4 text-subtle" />
      {/* The list exists while closed too, since the input names it. */}
      <div
        id={listId}
        ref={list}
        role="listbox"
        aria-label={say.matches}
        hidden={!isOpen || options.length === 0}
        className="absolute z-30 mt-1 max-h-64 w-full overflow-y-auto rounded-lg border bg-surface py-1 text-sm shadow-lg"
      >
        {options.map((option, at) => (
          // The input above has the focus and handles the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={option.id}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === active}
            // Before the input loses the focus, which would close the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            className={classNames(
              "cursor-pointer px-3 py-2",
              at === active ? "bg-accent-soft text-accent" : "hover:bg-muted",
            )}
          >
            {option.label}
          </div>
        ))}
      </div>
      {isOpen && options.length === 0 && (
        <p
          role="status"
          className="absolute z-30 mt-1 w-full rounded-lg border bg-surface px-3 py-2 text-sm text-subtle shadow-lg"
        >
          {message}
        </p>
      )}
    </div>
  );
}

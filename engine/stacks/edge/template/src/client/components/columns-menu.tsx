import type { FieldMeta, ModelMeta } from "../../shared/model.ts";
import { say } from "../../shared/say.ts";
import { columnChoices } from "./record-table.tsx";
import { Button } from "./ui/button.tsx";
import { menuItemLook, Popover } from "./ui/popover.tsx";

interface ColumnsMenuProps {
  model: ModelMeta;
  shown: readonly FieldMeta[];
  /** Null goes back to the columns the app chooses. */
  onChange: (keys: string[] | null) => void;
}

export function ColumnsMenu({ model, shown, onChange }: ColumnsMenuProps) {
  const keys = new Set(shown.map(({ key }) => key));
  return (
    <Popover label={say.columns} icon="columns">
      {columnChoices(model).map((field) => (
        <label key={field.key} className={`${menuItemLook} cursor-pointer`}>
          <input
            type="checkbox"
            checked={keys.has(field.key)}
            onChange={({ target }) => {
              const next = new Set(keys);
              if (target.checked) next.add(field.key);
              else next.delete(field.key);
              onChange([...next]);
            }}
            className="size-4 shrink-0 accent-primary"
          />
          <span className="min-w-0 break-words">{field.label}</span>
        </label>
      ))}
      <div className="mt-1 border-t pt-1">
        <Button variant="ghost" size="small" onClick={() => onChange(null)}>
          {say.usualColumns}
        </Button>
      </div>
    </Popover>
  );
}

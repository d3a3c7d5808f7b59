import { useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog, DialogContent } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { Input, Textarea } from "../../../components/ui/input.tsx";
import type { Cell, DataTable } from "../../../lib/app-data-queries.ts";
import { cellText, readCell } from "./cells.ts";

interface RowDialogProps {
  table: DataTable;
  values: Record<string, Cell>;
  isNew: boolean;
  busy: boolean;
  close: () => void;
  /** With what was changed alone. */
  save: (values: Record<string, Cell>) => void;
}

export function RowDialog({ table, values, isNew, busy, close, save }: RowDialogProps) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<Record<string, string>>({});

  function submit(): void {
    const next: Record<string, Cell> = {};
    const found: Record<string, string> = {};
    for (const column of table.columns) {
      const text = typed[column.name];
      if (text === undefined || (isNew && text === "" && !column.required)) continue;
      const read = readCell(column, text);
      if ("problem" in read) found[column.name] = read.problem;
      else next[column.name] = read.value;
    }
    for (const { name, required, key } of table.columns)
      if (isNew && required && !key && typed[name] === undefined) found[name] = `${name} needs a value.`;
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if (Object.keys(next).length === 0) close();
    else save(next);
  }

  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent title={isNew ? `New row of ${table.name}` : `Row of ${table.name}`}>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {table.columns.map((column) => {
            const { name, type, required, key } = column;
            const value = typed[name] ?? cellText(values[name] ?? null);
            const words = [type.toLowerCase(), key && "key", required && "required"].filter(Boolean).join(", ");
            const long = value.length > 60 || value.includes("\n");
            return (
              <Field key={name} label={name} hint={words} problem={problems[name]}>
                {(ids) => {
                  const set = (text: string): void => setTyped({ ...typed, [name]: text });
                  return long ? (
                    <Textarea {...ids} rows={4} value={value} onChange={(event) => set(event.target.value)} />
                  ) : (
                    <Input
                      {...ids}
                      className="h-9 text-sm"
                      value={value}
                      onChange={(event) => set(event.target.value)}
                    />
                  );
                }}
              </Field>
            );
          })}
          <div className="flex justify-end gap-2">
            <Button onClick={close}>Cancel</Button>
            <Button type="submit" look="primary" busy={busy}>
              {isNew ? "Add the row" : "Save the row"}
            </Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}

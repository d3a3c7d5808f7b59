/** The look of every input, select and text area. */
export const controlLook =
  "block h-10 w-full rounded-lg border border-control bg-surface px-3 text-sm text-text shadow-xs placeholder:text-subtle aria-invalid:border-danger [select&]:pr-9";

export interface FieldControlProps<Value> {
  id: string;
  value: Value;
  onChange: (value: Value) => void;
  required: boolean;
  /** Ids of the help and error texts. */
  describedBy: string | undefined;
  invalid: boolean;
}

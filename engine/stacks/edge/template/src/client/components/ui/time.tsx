import { formatDateTime } from "../../../shared/format.ts";

/** An instant in the zone of whoever looks. */
export function Time({ value }: { value: string }) {
  return (
    <time dateTime={value} className="whitespace-nowrap">
      {formatDateTime(value)}
    </time>
  );
}

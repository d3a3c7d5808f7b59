// The rule that keeps two bookings apart, and the search for what is taken.
import { and, eq, gte, inArray, lt, ne, notInArray, or, isNull, type SQL } from "drizzle-orm";
import { bookingSettings as settings } from "../../shared/booking/settings.ts";
import { overlap, type Span, spanOf } from "../../shared/booking/span.ts";
import { fieldOf, modelOf } from "../../shared/lookup.ts";
import type { Db } from "../db/client.ts";
import { ApiError } from "../errors.ts";
import { unlimited } from "../permissions.ts";
import { tableOf } from "../resource/labels.ts";
import { columnOf, isLive, type ResourceTable, type Row } from "../resource/table.ts";
import type { RecordRule } from "./rule.ts";
import { words } from "./booking-words.ts";

/** A booking without an end is shorter than this. */
const longestOpen = 2 * 86_400_000;
const mostServices = 80;

/** Minutes that a booking takes by its own duration or its service's; null when neither says so. */
async function minutesOf(db: Db, rows: readonly Readonly<Record<string, unknown>>[]): Promise<(number | null)[]> {
  const { duration, service } = settings;
  const lengths = new Map<string, number>();
  if (service) {
    const table = tableOf(modelOf(service.model));
    const ids = [...new Set(rows.map((row) => row[service.field]).filter((id) => typeof id === "string"))];
    const found = (await db
      .select()
      .from(table)
      .where(inArray(table.id, ids.slice(0, mostServices)))) as Row[];
    for (const row of found) lengths.set(row.id, Number(row[service.duration] ?? 0) * service.minutes);
  }
  return rows.map((row) => {
    const own = duration ? Number(row[duration.field] ?? 0) * duration.minutes : 0;
    return own || (service && lengths.get(String(row[service.field]))) || null;
  });
}

/** As the column stores it: a day, or an instant. */
const stored = (time: number): string => {
  const text = new Date(time).toISOString();
  return settings.wholeDays ? text.slice(0, 10) : text;
};

const endCondition = (table: ResourceTable, from: number): SQL | undefined => {
  const open = gte(columnOf(table, settings.start), stored(from - longestOpen));
  if (settings.end === undefined) return open;
  const end = columnOf(table, settings.end);
  return or(gte(end, stored(from)), and(isNull(end), open));
};

export interface Taken extends Span {
  readonly id: string;
}

/** The bookings of a resource that touch a span. */
export async function findTaken(
  db: Db,
  span: Span,
  resource: string | null,
  except: string | null,
): Promise<Taken[]> {
  const table = tableOf(modelOf(settings.model));
  const rows = (await db
    .select()
    .from(table)
    .where(
      and(
        isLive(table),
        lt(columnOf(table, settings.start), stored(span.end)),
        endCondition(table, span.start),
        settings.resource !== undefined && resource !== null
          ? eq(columnOf(table, settings.resource), resource)
          : undefined,
        except === null ? undefined : ne(table.id, except),
        settings.status
          ? or(
              isNull(columnOf(table, settings.status.field)),
              notInArray(columnOf(table, settings.status.field), [...settings.status.free]),
            )
          : undefined,
      ),
    )) as Row[];
  const minutes = await minutesOf(db, rows);
  return rows.flatMap((row, at) => {
    const taken = spanOf(settings, row, minutes[at] ?? null);
    return taken && overlap(taken, span) ? [{ id: row.id, ...taken }] : [];
  });
}

const say = (time: number): string => stored(time).slice(0, 16).replace("T", " ");

export const refuseDoubleBooking: RecordRule = async (asked, _resource, values) => {
  // Bookings that are out of sight take their time as well.
  const db = unlimited(asked);
  const { status } = settings;
  if (status && status.free.includes(String(values[status.field]))) return;
  const resource = settings.resource === undefined ? null : values[settings.resource];
  // Nothing in particular is booked yet.
  if (settings.resource !== undefined && typeof resource !== "string") return;
  const [minutes] = await minutesOf(db, [values]);
  const span = spanOf(settings, values, minutes ?? null);
  if (!span) return;
  if (span.end <= span.start) {
    const message = words.endFirst;
    throw new ApiError("VALIDATION_ERROR", message, { [settings.end ?? settings.start]: message });
  }
  const id = typeof values["id"] === "string" ? values["id"] : null;
  const [first] = await findTaken(db, span, typeof resource === "string" ? resource : null, id);
  if (!first) return;
  const field = settings.resource === undefined ? undefined : fieldOf(modelOf(settings.model), settings.resource);
  const until = settings.wholeDays && !settings.nights ? first.end - 1 : first.end;
  const zone = settings.wholeDays ? "" : " (UTC)";
  const message = words.booked(field?.label, say(first.start), `${say(until)}${zone}`);
  throw new ApiError("CONFLICT", message, { [settings.start]: message });
};
